package dev.gangway.trainer.stage;

import dev.gangway.artifacts.store.StoreException;
import dev.gangway.contracts.event.JobEvent;
import dev.gangway.contracts.training.CheckpointReference;
import dev.gangway.gan.training.HeldOutScores;
import dev.gangway.gan.training.Snapshot;
import dev.gangway.gan.training.StagePlan;
import dev.gangway.gan.training.StageReport;
import dev.gangway.gan.training.StepReport;
import dev.gangway.gan.training.TrainingObserver;
import dev.gangway.gan.training.TrainingProgress;
import dev.gangway.gan.training.TrainingState;
import dev.gangway.ledger.worker.ClaimTeller;
import dev.gangway.trainer.record.RunRecorder;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jboss.logging.Logger;

/** Writes a checkpoint at every stage's end and at the recipe's interval, and tells of each. */
final class CheckpointWriter implements TrainingObserver {

    private static final Logger LOG = Logger.getLogger(CheckpointWriter.class);

    private final StagePlan plan;
    private final JobCheckpoints checkpoints;
    private final ClaimTeller teller;
    private final RunRecorder record;
    private final int interval;
    private int lastStage = -1;
    private int lastStep;

    CheckpointWriter(StagePlan plan, JobCheckpoints checkpoints, ClaimTeller teller, RunRecorder record, int interval) {
        this.plan = plan;
        this.checkpoints = checkpoints;
        this.teller = teller;
        this.record = record;
        this.interval = interval;
    }

    @Override
    public void reported(StepReport report, TrainingState state) {
        TrainingProgress progress = report.progress();
        int steps = progress.step() - (progress.stage() == lastStage ? lastStep : 0);
        int updates = steps * plan.settings(progress.stage()).batchesPerStep();
        if (updates >= interval && report.ending().isEmpty()) {
            writeIfPossible(state.snapshot(), figures(report.heldOut()));
        }
    }

    @Override
    public void stageFinished(StageReport report, TrainingState state) {
        Map<String, Double> figures = new TreeMap<>(record.figures());
        figures.putAll(figures(report.heldOut()));
        write(state.snapshot(), figures);
    }

    /** Writes {@code snapshot}, after the record that belongs to it, and tells of it. */
    void write(Snapshot snapshot, Map<String, Double> figures) {
        TrainingProgress progress = snapshot.progress();
        record.save();
        Optional<CheckpointReference> written = checkpoints.write(snapshot, figures);
        lastStage = progress.stage();
        lastStep = progress.step();
        written.ifPresent(checkpoint -> teller.tell(List.of(new JobEvent.CheckpointWritten(
                teller.origin(teller.now()), checkpoint.id(), checkpoints.kind(progress), progress.stageFinished()))));
    }

    /** The stage goes on without a checkpoint when the store is away: the next interval tries again. */
    private void writeIfPossible(Snapshot snapshot, Map<String, Double> figures) {
        try {
            write(snapshot, figures);
        } catch (StoreException e) {
            LOG.warnf(
                    "stage=%d step=%d no checkpoint written: %s",
                    snapshot.progress().stage(), snapshot.progress().step(), e.getMessage());
        }
    }

    private static Map<String, Double> figures(Optional<HeldOutScores> heldOut) {
        Map<String, Double> figures = new TreeMap<>();
        heldOut.ifPresent(scores -> {
            figures.put("gap", scores.gap());
            figures.put("order-held", scores.orderHeld());
        });
        return figures;
    }
}
