package dev.gangway.contracts.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class JobStateTest {

    @Test
    void aJobEndsSucceededFailedOrCancelled() {
        assertThat(Arrays.stream(JobState.values()).filter(JobState::isFinal))
                .containsExactlyInAnyOrder(JobState.SUCCEEDED, JobState.FAILED, JobState.CANCELLED);
    }

    @Test
    void everyStateIsReachedFromQueued() {
        Set<JobState> reached = EnumSet.of(JobState.QUEUED);
        for (int move = 0; move < JobState.values().length; move++) {
            Set.copyOf(reached).forEach(state -> reached.addAll(state.successors()));
        }
        assertThat(reached).containsExactlyInAnyOrder(JobState.values());
    }

    @Test
    void aRunningJobIsNotCancelledBeforeItsDeviceIsFree() {
        assertThat(JobState.RUNNING.canBecome(JobState.CANCELLED)).isFalse();
        assertThat(JobState.RUNNING.canBecome(JobState.CANCELLING)).isTrue();
        assertThat(JobState.CANCELLING.canBecome(JobState.SUCCEEDED)).isTrue();
    }
}
