package dev.gangway.trainer.record;

import dev.gangway.artifacts.checkpoint.CheckpointLine;
import dev.gangway.artifacts.record.RunRecordStore;
import dev.gangway.contracts.training.TrainingJob;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** Opens the records of the jobs that this worker claims. */
@Singleton
public class RunRecorders {

    private final RunRecordStore store;
    private final InstantSource clock;

    RunRecorders(RunRecordStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    /**
     * The record of {@code run}, as it was left, to be written under the claim's token.
     *
     * @throws dev.gangway.artifacts.store.StoreException when it cannot be read
     */
    public RunRecorder open(RecordedRun run, long token) {
        TrainingJob job = run.job();
        CheckpointLine line = new CheckpointLine(job.team(), job.model(), job.job());
        return new RunRecorder(run, new RecordFolder(store, line, token), clock);
    }
}
