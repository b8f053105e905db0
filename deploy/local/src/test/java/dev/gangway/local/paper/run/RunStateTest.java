package dev.gangway.local.paper.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gangway.local.paper.plan.Experiment;
import dev.gangway.local.paper.plan.PlannedJob;
import dev.gangway.local.paper.plan.Plans;
import dev.gangway.local.paper.run.JobRecord.Standing;
import dev.gangway.local.process.GangwayException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunStateTest {

    private final List<PlannedJob> jobs = Plans.smoke(Experiment.GENERATION, 1).jobs();

    @TempDir
    private Path folder;

    @Test
    void whatWasPutDownIsFoundAgain() {
        RunState state = RunState.in(file());
        state.submitted(jobs.get(0), "/v1/training-jobs/a");
        state.succeeded(jobs.get(0));
        state.submitted(jobs.get(1), "/v1/training-jobs/b");

        RunState again = RunState.in(file());

        assertThat(again.run()).isEqualTo(state.run());
        assertThat(again.is(jobs.get(0), Standing.SUCCEEDED)).isTrue();
        assertThat(again.of(jobs.get(1)).orElseThrow().id()).isEqualTo("b");
        assertThat(again.open()).containsExactly("/v1/training-jobs/b");
    }

    @Test
    void aJobsKeyIsTheSameUntilItsOutcomeIsPutDownAndAnotherForTheNextAttempt() {
        RunState state = RunState.in(file());
        String first = state.idempotencyKey(jobs.get(0));
        assertThat(state.idempotencyKey(jobs.get(0))).isEqualTo(first).matches("[\\x21-\\x7e]{1,200}");

        state.submitted(jobs.get(0), "/v1/training-jobs/a");
        state.failed(jobs.get(0), "diverged");

        assertThat(state.idempotencyKey(jobs.get(0))).isNotEqualTo(first);
        assertThat(state.idempotencyKey(jobs.get(1))).isNotEqualTo(first);
    }

    @Test
    void runsHaveDifferentKeys() {
        assertThat(RunState.in(file()).idempotencyKey(jobs.get(0)))
                .isNotEqualTo(RunState.in(file()).idempotencyKey(jobs.get(0)));
    }

    @Test
    void aFileThatIsNoStateIsRefusedByName() throws IOException {
        for (String content : List.of("", "{}", "[1]", "{\"run\": \"a\"")) {
            Files.writeString(file(), content);

            assertThatThrownBy(() -> RunState.in(file()))
                    .isInstanceOf(GangwayException.class)
                    .hasMessageContaining("state.json")
                    .hasMessageContaining("--restart");
        }
    }

    private Path file() {
        return folder.resolve("state.json");
    }
}
