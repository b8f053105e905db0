package dev.gangway.contracts.recipe;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.gangway.contracts.job.Names;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * How a family of GANs is trained by stages, and how its checkpoints complete images when nothing else is asked.
 *
 * @param name what the recipe is called
 * @param method the paper's method
 * @param description one sentence for a person
 * @param seed seeds weights, data order and noise: same seed, same machine, same bits
 * @param batch images in one update
 * @param network the networks' form
 * @param stages what is trained, in order
 * @param measurements what is measured meanwhile
 * @param checkpoints how often a checkpoint is written
 * @param completion how checkpoints complete images by default
 */
public record Recipe(
        @NotNull @Pattern(regexp = Names.PATTERN) String name,
        @NotNull Method method,
        @NotNull @Size(max = 500) String description,
        @NotNull Long seed,
        @NotNull @Min(2) @Max(1024) Integer batch,
        @NotNull @Valid NetworkRecipe network,
        @NotNull @Size(min = 2, max = 16) List<@NotNull @Valid StageRecipe> stages,
        @NotNull @Valid Measurements measurements,
        @NotNull @Valid CheckpointInterval checkpoints,
        @NotNull @Valid CompletionSettings completion) {

    public Recipe {
        stages = stages == null ? null : stages.stream().toList();
    }

    /** Whether the stages follow one another as the method needs. */
    @JsonIgnore
    @AssertTrue(message = "rankgan needs a vae stage, then a critic stage, then only ranked stages")
    public boolean isOrderOfStagesLegal() {
        return stages == null || stages.stream().anyMatch(java.util.Objects::isNull) || stagesFollow();
    }

    private boolean stagesFollow() {
        for (int stage = 0; stage < stages.size(); stage++) {
            StageKind expected = stage == 0 ? StageKind.VAE : stage == 1 ? StageKind.CRITIC : StageKind.RANKED;
            if (stages.get(stage).kind() != expected) {
                return false;
            }
        }
        return true;
    }
}
