package dev.gangway.contracts.recipe;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import dev.gangway.contracts.job.Names;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;

/**
 * How a family of GANs is trained by stages, and how its checkpoints complete images when nothing else is asked.
 *
 * <p>Stages are numbered as in the papers: 0 is the VAE, where there is one, and 1 the first stage with a critic.
 *
 * @param name what the recipe is called
 * @param method the paper's method
 * @param description one sentence for a person
 * @param seed seeds weights, data order and noise: same seed, same machine, same bits
 * @param batch images in one update
 * @param data what is done to training images; as they are when left out
 * @param network the networks' form
 * @param generatorAverage decay of the moving average of the generator that an adversarial or ranked stage leaves behind in
 *     its place; null for the generator itself
 * @param stages what is trained, in order
 * @param measurements what is measured meanwhile
 * @param checkpoints how often a checkpoint is written
 * @param completion how checkpoints complete images by default
 */
@StagesThatWork
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Recipe(
        @NotNull @Pattern(regexp = Names.PATTERN) String name,
        @NotNull Method method,
        @NotNull @Size(max = 500) String description,
        @NotNull Long seed,
        @NotNull @Min(2) @Max(1024) Integer batch,
        @Valid DataRecipe data,
        @NotNull @Valid NetworkRecipe network,

        @DecimalMin("0") @DecimalMax(value = "1", inclusive = false)
        Double generatorAverage,

        @NotNull @Size(min = 1, max = Recipe.STAGES) List<@NotNull @Valid StageRecipe> stages,
        @NotNull @Valid Measurements measurements,
        @NotNull @Valid CheckpointInterval checkpoints,
        @NotNull @Valid CompletionSettings completion) {

    /** How many stages there are at most, a VAE not counted: the greatest number of one. */
    public static final int STAGES = 16;

    public Recipe {
        data = data == null ? DataRecipe.AS_IT_IS : data;
        stages = stages == null ? null : stages.stream().toList();
    }

    /** The number of the first stage: 0 with a VAE, else 1. */
    @JsonIgnore
    public int firstStage() {
        return hasEncoder() ? 0 : 1;
    }

    /** The stage numbered {@code number}. */
    public StageRecipe stage(int number) {
        return stages.get(number - firstStage());
    }

    /** Images in one update of {@code stage}. */
    public int batchOf(StageRecipe stage) {
        return stage.batch() == null ? batch : stage.batch();
    }

    /** Images in the largest update of any stage. */
    @JsonIgnore
    public int largestBatch() {
        return stages.stream().mapToInt(this::batchOf).max().orElse(batch);
    }

    /** Whether its checkpoints have an encoder. */
    @JsonIgnore
    public boolean hasEncoder() {
        return stages.stream().filter(Objects::nonNull).anyMatch(stage -> stage.kind() == StageKind.VAE);
    }
}
