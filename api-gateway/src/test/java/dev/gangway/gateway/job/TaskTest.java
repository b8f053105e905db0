package dev.gangway.gateway.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.contracts.job.JobId;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TaskTest {

    @ParameterizedTest
    @CsvSource({
        "HELD,    5, false",
        "DUE,     5, false",
        "DONE,    5, false",
        "DROPPED, 5, false",
        "SENT,    4, false",
        "SENT,    5, true",
        "RUNNING, 3, false",
        "RUNNING, 4, true",
        "RUNNING, 5, true",
    })
    void onlyThePresentClaimAndTheNextAreListenedTo(TaskState state, long token, boolean accepted) {
        Task task = new Task(JobId.random(), 0, state, 1, 0, 4);
        assertThat(task.accepts(token)).isEqualTo(accepted);
    }

    @Test
    void everyTaskCanEndAndNoEndedOneComesBack() {
        Set<TaskState> reached = EnumSet.of(TaskState.HELD);
        for (int move = 0; move < TaskState.values().length; move++) {
            Set.copyOf(reached).forEach(state -> reached.addAll(state.successors()));
        }
        assertThat(reached).containsExactlyInAnyOrder(TaskState.values());
        assertThat(Arrays.stream(TaskState.values()))
                .noneMatch(TaskState.DONE::canBecome)
                .noneMatch(TaskState.DROPPED::canBecome);
    }
}
