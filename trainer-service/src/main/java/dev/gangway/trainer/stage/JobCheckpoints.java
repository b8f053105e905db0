package dev.gangway.trainer.stage;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gangway.artifacts.checkpoint.CheckpointDescription;
import dev.gangway.artifacts.checkpoint.CheckpointLine;
import dev.gangway.artifacts.checkpoint.CheckpointManifest;
import dev.gangway.artifacts.checkpoint.CheckpointStore;
import dev.gangway.artifacts.checkpoint.CorruptCheckpointException;
import dev.gangway.artifacts.checkpoint.RecoveredCheckpoint;
import dev.gangway.artifacts.checkpoint.TrainingState;
import dev.gangway.contracts.recipe.NetworkRecipe;
import dev.gangway.contracts.recipe.StageKind;
import dev.gangway.contracts.training.CheckpointId;
import dev.gangway.contracts.training.CheckpointReference;
import dev.gangway.contracts.training.TrainingJob;
import dev.gangway.gan.training.Margins;
import dev.gangway.gan.training.Snapshot;
import dev.gangway.gan.training.StagePlan;
import dev.gangway.gan.training.StageSettings;
import dev.gangway.gan.training.TrainingProgress;
import dev.gangway.ledger.worker.ClaimLostException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jboss.logging.Logger;

/** The checkpoints of one job, as written and read under one claim. */
final class JobCheckpoints {

    private static final Logger LOG = Logger.getLogger(JobCheckpoints.class);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String CODE_VERSION = Optional.ofNullable(
                    JobCheckpoints.class.getPackage().getImplementationVersion())
            .orElse("development");

    private final CheckpointStore store;
    private final TrainingJob job;
    private final StagePlan plan;
    private final long token;
    private final CheckpointLine line;
    private final BooleanSupplier held;
    private CheckpointReference latest;

    /**
     * The checkpoints of {@code job} under the claim with {@code token}.
     *
     * @param held whether the claim may still be acted on
     */
    JobCheckpoints(CheckpointStore store, TrainingJob job, StagePlan plan, long token, BooleanSupplier held) {
        this.store = store;
        this.job = job;
        this.plan = plan;
        this.token = token;
        this.held = held;
        this.line = new CheckpointLine(job.team(), job.model(), job.job());
    }

    /**
     * Takes the job's checkpoints over, and says where it was left, by the newest of them that is whole; empty when it was never begun.
     *
     * @throws dev.gangway.artifacts.checkpoint.StaleTokenException when a newer claim has them
     */
    Optional<Snapshot> resume() {
        store.takeOver(line, token);
        Optional<RecoveredCheckpoint> recovered = store.latestIntact(line);
        recovered.ifPresent(found -> {
            for (CorruptCheckpointException refused : found.refused()) {
                LOG.errorf("job=%s passes over a checkpoint: %s", job.job(), refused.getMessage());
            }
            latest = found.checkpoint().manifest().checkpoint();
            LOG.infof("job=%s checkpoint=%s resumed", job.job(), latest.id());
        });
        return recovered.map(found -> new Snapshot(
                progress(found.checkpoint().manifest()), found.checkpoint().parts()));
    }

    /** The checkpoint that was written or resumed last; null before the first. */
    CheckpointReference latest() {
        return latest;
    }

    /**
     * Writes and publishes {@code snapshot} unless it is the latest already.
     *
     * @param figures what was measured with it on held-out images
     * @return its reference, or nothing when it was written before
     * @throws ClaimLostException when the lease ran out: whoever stood still for longer writes not even a part
     */
    Optional<CheckpointReference> write(Snapshot snapshot, Map<String, Double> figures) {
        TrainingProgress progress = snapshot.progress();
        CheckpointReference checkpoint = line.checkpoint(progress.stage(), progress.step(), token);
        if (isLatest(checkpoint.id())) {
            return Optional.empty();
        }
        if (!held.getAsBoolean()) {
            throw new ClaimLostException("the lease on job " + job.job() + " ran out");
        }
        CheckpointManifest manifest = store.write(checkpoint, describe(progress, figures), snapshot.parts());
        store.publish(manifest);
        latest = checkpoint;
        LOG.infof(
                "job=%s stage=%d step=%d checkpoint=%s written",
                job.job(), progress.stage(), progress.step(), checkpoint.id());
        return Optional.of(checkpoint);
    }

    StageKind kind(TrainingProgress progress) {
        return job.recipe().stage(progress.stage()).kind();
    }

    private boolean isLatest(CheckpointId id) {
        return latest != null
                && latest.id().stage() == id.stage()
                && latest.id().step() == id.step();
    }

    private CheckpointDescription describe(TrainingProgress progress, Map<String, Double> figures) {
        StageSettings settings = plan.settings(progress.stage());
        long seen = (long) progress.step() * settings.batchesPerStep() * settings.batch();
        Map<String, Double> margins = new HashMap<>();
        progress.margins().ifPresent(measured -> {
            margins.put("high", measured.high());
            margins.put("low", measured.low());
        });
        return new CheckpointDescription(
                architecture(job.recipe().network()),
                JSON.valueToTree(job.recipe()),
                kind(progress),
                progress.stageFinished(),
                new TrainingState(
                        job.recipe().seed(),
                        seen,
                        margins,
                        progress.schedules(),
                        progress.stageGaps(),
                        progress.gaps()),
                latest == null ? null : latest.id(),
                figures,
                CODE_VERSION);
    }

    private static String architecture(NetworkRecipe network) {
        return JSON.convertValue(network.architecture(), String.class);
    }

    private static TrainingProgress progress(CheckpointManifest manifest) {
        TrainingState state = manifest.description().state();
        Optional<Margins> margins = state.margins().isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Margins(state.margins().get("high"), state.margins().get("low")));
        CheckpointId id = manifest.checkpoint().id();
        return new TrainingProgress(
                id.stage(),
                Math.toIntExact(id.step()),
                manifest.description().stageEnd(),
                margins,
                state.gapByStage(),
                state.gapHistory(),
                state.schedules());
    }
}
