package dev.gangway.artifacts.checkpoint;

import dev.gangway.contracts.job.JobId;
import dev.gangway.contracts.job.Names;
import dev.gangway.contracts.job.TeamId;
import dev.gangway.contracts.training.CheckpointId;
import dev.gangway.contracts.training.CheckpointReference;

/**
 * The checkpoints of one training job, which follow each other.
 *
 * @param team whose they are
 * @param model the model that is trained
 * @param job the job that trains it
 */
public record CheckpointLine(TeamId team, String model, JobId job) {

    public CheckpointLine {
        Names.require("a model's name", model);
    }

    /** The line that a checkpoint belongs to. */
    public static CheckpointLine of(CheckpointReference checkpoint) {
        return new CheckpointLine(
                checkpoint.team(), checkpoint.model(), new JobId(checkpoint.id().job()));
    }

    /** One checkpoint of this line. */
    public CheckpointReference checkpoint(int stage, long step, long token) {
        return new CheckpointReference(team, model, new CheckpointId(job.value(), stage, step, token));
    }
}
