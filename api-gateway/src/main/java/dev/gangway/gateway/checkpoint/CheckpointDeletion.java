package dev.gangway.gateway.checkpoint;

import dev.gangway.contracts.job.JobId;
import dev.gangway.contracts.job.TeamId;
import dev.gangway.contracts.training.CheckpointId;
import dev.gangway.gateway.job.RefusedException;
import dev.gangway.gateway.persistence.CheckpointRepository;
import dev.gangway.gateway.persistence.DependentJobs;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/**
 * Deletes checkpoints, one or all of a model. They are noted as deleted under their rows' locks, which whoever names one takes too; their
 * objects go after that, with the next collection, as those go that retention does not keep.
 */
@ApplicationScoped
public class CheckpointDeletion {

    private final CheckpointRepository checkpoints;
    private final DependentJobs jobs;
    private final InstantSource clock;

    CheckpointDeletion(CheckpointRepository checkpoints, DependentJobs jobs, InstantSource clock) {
        this.checkpoints = checkpoints;
        this.jobs = jobs;
        this.clock = clock;
    }

    /**
     * Deletes a checkpoint; one that was deleted before stays so.
     *
     * @throws RefusedException when there never was such a checkpoint, or a job that has not ended needs it: one that completes with it, or the
     *     one that wrote it and may go on from it
     */
    @Transactional
    public void delete(TeamId team, CheckpointId id) {
        if (checkpoints.lock(team, id).isEmpty()) {
            requireKnown(checkpoints.wasDeleted(team, id), "unknown-checkpoint", "there is no checkpoint " + id);
            return;
        }
        requireUnused("checkpoint-in-use", "the checkpoint " + id, jobs.onCheckpoint(id));
        checkpoints.delete(id, clock.instant());
    }

    /**
     * Deletes all checkpoints of a model; a model whose checkpoints were all deleted before stays as it is. The records of its trainings stay.
     *
     * @throws RefusedException when no checkpoint of such a model was ever written, or a job that has not ended trains it or completes with it
     */
    @Transactional
    public void deleteModel(TeamId team, String model) {
        List<CheckpointId> all = checkpoints.lockOfModel(team, model);
        requireKnown(checkpoints.wasModel(team, model), "unknown-model", "there is no model " + model);
        requireUnused("model-in-use", "the model " + model, jobs.onModel(team, model));
        Instant now = clock.instant();
        all.forEach(id -> checkpoints.delete(id, now));
    }

    private static void requireKnown(boolean known, String code, String detail) {
        if (!known) {
            throw RefusedException.notFound(code, detail);
        }
    }

    private static void requireUnused(String code, String what, List<JobId> users) {
        if (!users.isEmpty()) {
            throw RefusedException.inUse(code, what, users);
        }
    }
}
