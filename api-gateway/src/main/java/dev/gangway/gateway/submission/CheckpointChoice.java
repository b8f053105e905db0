package dev.gangway.gateway.submission;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import dev.gangway.contracts.job.JobId;
import dev.gangway.contracts.training.CheckpointId;
import dev.gangway.contracts.validation.FieldsFit;
import dev.gangway.contracts.validation.Fitting;
import dev.gangway.contracts.validation.Misfit;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A checkpoint: named, or as the one that a stage of a training job ended with.
 *
 * @param id the checkpoint's name
 * @param trainingJob the training job
 * @param stage the stage
 */
@FieldsFit
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(
        description =
                "A checkpoint's id as a plain string, or the training job and the stage that it is the end of. A VAE (stage 0) has no"
                        + " critic: it completes by what is visible alone, with a lambda of 0.",
        examples = "{\"trainingJob\": \"0b8f6f0e-3d43-4b58-9d2f-6c2f5d3a1c11\", \"stage\": 1}")
public record CheckpointChoice(
        CheckpointId id,
        JobId trainingJob,
        @Min(0) @Max(9999) Integer stage) implements Fitting {

    /** Reads a checkpoint's name. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static CheckpointChoice named(String id) {
        return new CheckpointChoice(CheckpointId.of(id), null, null);
    }

    /** Reads either form as an object. */
    @JsonCreator(mode = JsonCreator.Mode.PROPERTIES)
    public CheckpointChoice {}

    @Override
    public List<Misfit> misfits() {
        if (id == null && trainingJob == null && stage == null) {
            return List.of(new Misfit("", "is an id, or a trainingJob and a stage"));
        }
        List<Misfit> misfits = new ArrayList<>();
        if (id != null && (trainingJob != null || stage != null)) {
            misfits.add(new Misfit("id", "is enough: leave out trainingJob and stage, or the id"));
        } else if (trainingJob == null && stage != null) {
            misfits.add(new Misfit("trainingJob", "is needed to say whose stage it is"));
        } else if (trainingJob != null && stage == null) {
            misfits.add(new Misfit("stage", "is needed to say which of the job's stages it is the end of"));
        }
        return misfits;
    }
}
