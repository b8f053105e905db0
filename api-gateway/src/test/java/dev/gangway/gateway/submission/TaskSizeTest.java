package dev.gangway.gateway.submission;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.artifacts.completion.CompletedImageStore;
import dev.gangway.contracts.Topics;
import dev.gangway.contracts.job.JobId;
import dev.gangway.contracts.job.TeamId;
import org.junit.jupiter.api.Test;

class TaskSizeTest {

    /** A request's body, of which the message repeats mask and settings, is no longer. */
    private static final int REQUEST_BYTES = 200_000;

    @Test
    void tasksHaveTheirUsualSizeUnlessThereWouldBeTooMany() {
        assertThat(new TaskSize(8).of(1)).isEqualTo(8);
        assertThat(new TaskSize(8).of(32_000)).isEqualTo(8);
        assertThat(new TaskSize(8).of(32_001)).isEqualTo(9);
        assertThat(new TaskSize(1).of(100_000)).isEqualTo(25);
    }

    @Test
    void theResultsOfAllTasksFitIntoTheMessageThatHasThemMerged() {
        TeamId longest = new TeamId("t".repeat(63));
        String folder = CompletedImageStore.folder(longest, JobId.random()).key();
        String key = folder + "/" + CompletedImageStore.TASKS + "/99999/" + Long.MAX_VALUE + "/figures.json";
        int quoted = key.length() + 3;

        assertThat(TaskSize.MOST_TASKS * quoted + REQUEST_BYTES).isLessThan(Topics.bodyBytes(Topics.COMPLETION_TASKS));
    }
}
