package dev.gangway.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RunningProcessTest {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final Duration AT_ONCE = Duration.ofMillis(1);

    private final String mark = UUID.randomUUID().toString();

    private Process started;

    @AfterEach
    void end() {
        started.descendants().forEach(ProcessHandle::destroyForcibly);
        started.destroyForcibly();
    }

    @Test
    void aProcessIsFoundByItsArgumentsForAsLongAsItRuns() throws IOException {
        start("sh", "-c", "read line", mark);

        RunningProcess found =
                RunningProcess.find(arguments -> arguments.contains(mark)).orElseThrow();
        assertThat(found.pid()).isEqualTo(started.pid());
        assertThat(found.runs()).isTrue();

        assertThat(found.stop(SOON)).isTrue();
        assertThat(found.runs()).isFalse();
        assertThat(RunningProcess.find(arguments -> arguments.contains(mark))).isEmpty();
    }

    @Test
    void aProcessThatDoesNotListenIsKilled() throws IOException {
        start("sh", "-c", "trap '' TERM; echo deaf; read line", mark);
        assertThat(started.inputReader().readLine()).isEqualTo("deaf");
        RunningProcess deaf = new RunningProcess(started.toHandle());

        assertThat(deaf.endsWithin(AT_ONCE)).isFalse();
        assertThat(deaf.stop(AT_ONCE)).isFalse();

        assertThat(deaf.runs()).isFalse();
    }

    @Test
    void aProcessThatItsParentNeverWaitedForHasEnded() throws IOException {
        start("sh", "-c", "(echo child) & exec sleep 60");
        assertThat(started.inputReader().readLine()).isEqualTo("child");

        List<ProcessHandle> children = started.children().toList();

        assertThat(children).hasSize(1);
        assertThat(new RunningProcess(children.get(0)).endsWithin(SOON)).isTrue();
        assertThat(children.get(0).isAlive()).isTrue();
    }

    @Test
    void aDetachedCommandKeepsItsProcessIdAndLeavesTheTerminalsSession() throws Exception {
        start(DetachedCommand.of(List.of("sh", "-c", "ps -o sid= -p $$; read line", mark))
                .toArray(String[]::new));

        assertThat(started.inputReader().readLine().strip()).isEqualTo(Long.toString(started.pid()));
    }

    private void start(String... command) throws IOException {
        started = new ProcessBuilder(command).start();
    }
}
