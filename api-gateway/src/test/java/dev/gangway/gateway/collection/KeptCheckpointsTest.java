package dev.gangway.gateway.collection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.contracts.training.CheckpointId;
import dev.gangway.contracts.training.Retention;
import dev.gangway.gateway.job.Measured;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class KeptCheckpointsTest {

    private final UUID job = UUID.randomUUID();
    private final List<Measured> checkpoints = new ArrayList<>();

    @Test
    void usuallyTheLastTwoOfTheRunningStageAndTheEndOfEveryStageAreKept() {
        CheckpointId early = written(0, 10, 1);
        ended(0, 20, 1);
        CheckpointId old = written(1, 10, 1);
        written(1, 20, 1);
        written(1, 30, 1);

        assertThat(dropped(Retention.USUAL)).containsExactlyInAnyOrder(early, old);
    }

    @Test
    void aStageThatHasJustBegunDoesNotKeepMoreOfTheOneBefore() {
        CheckpointId early = written(0, 10, 1);
        CheckpointId later = written(0, 20, 1);
        ended(0, 30, 1);
        written(1, 10, 1);

        assertThat(dropped(Retention.USUAL)).containsExactlyInAnyOrder(early, later);
    }

    @Test
    void theNewestTwoAreKeptWhileTheJobRunsHoweverFewAreAskedFor() {
        Retention one = new Retention(1, false, Retention.Stages.LAST);
        ended(0, 10, 1);
        CheckpointId before = written(1, 10, 1);
        written(1, 20, 1);

        assertThat(dropped(one)).isEmpty();
        assertThat(KeptCheckpoints.dropped(one, true, checkpoints)).containsExactly(before);
    }

    @Test
    void theBestOfAStageIsThatWithTheSmallestGap() {
        measured(1, 10, 0.5);
        CheckpointId worse = measured(1, 20, 0.7);
        written(1, 30, 1);
        written(1, 40, 1);

        assertThat(dropped(new Retention(2, true, null))).containsExactly(worse);
    }

    @Test
    void onlyTheLastEndOfAStageIsKeptWhenThatIsAskedFor() {
        CheckpointId first = ended(0, 10, 1);
        ended(1, 10, 1);
        written(2, 10, 1);

        assertThat(dropped(new Retention(2, false, Retention.Stages.LAST))).containsExactly(first);
    }

    @Test
    void afterAResumptionFromAnOlderCheckpointThatOneIsKeptAndNotTheDamagedOne() {
        written(1, 10, 1);
        CheckpointId damaged = written(1, 30, 1);
        written(1, 20, 2);

        assertThat(dropped(Retention.USUAL)).containsExactly(damaged);
    }

    @Test
    void ofNoCheckpointsNoneIsDropped() {
        assertThat(dropped(Retention.USUAL)).isEmpty();
    }

    private List<CheckpointId> dropped(Retention retention) {
        return KeptCheckpoints.dropped(retention, false, checkpoints);
    }

    private CheckpointId written(int stage, long step, long token) {
        return add(new Measured(new CheckpointId(job, stage, step, token), false, null));
    }

    private CheckpointId ended(int stage, long step, long token) {
        return add(new Measured(new CheckpointId(job, stage, step, token), true, null));
    }

    private CheckpointId measured(int stage, long step, double gap) {
        return add(new Measured(new CheckpointId(job, stage, step, 1), false, gap));
    }

    private CheckpointId add(Measured checkpoint) {
        checkpoints.add(checkpoint);
        return checkpoint.id();
    }
}
