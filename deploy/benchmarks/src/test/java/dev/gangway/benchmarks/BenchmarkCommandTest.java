package dev.gangway.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class BenchmarkCommandTest {

    @Test
    void theHelpTellsHowLargeTheBenchmarkIsUnlessAskedOtherwise() {
        StringWriter out = new StringWriter();
        CommandLine command = BenchmarkCommand.commandLine(Path.of("checkout")).setOut(new PrintWriter(out));
        assertThat(command.execute("completion-search", "--help")).isZero();
        assertThat(out.toString()).contains("Default: 1000").contains("checkout/deploy/benchmarks/.data");
    }

    @Test
    void theHelpTellsHowLongTheQueuesAre() {
        StringWriter out = new StringWriter();
        CommandLine command = BenchmarkCommand.commandLine(Path.of("checkout")).setOut(new PrintWriter(out));
        assertThat(command.execute("queue-growth", "--help")).isZero();
        assertThat(out.toString()).contains("--jobs").contains("Default: 10000").contains("Default: 10\n");
    }

    @Test
    void anOptionThatThereIsNotIsRefused() {
        CommandLine command =
                BenchmarkCommand.commandLine(Path.of("checkout")).setErr(new PrintWriter(new StringWriter()));
        assertThat(command.execute("completion-search", "--gpus", "8")).isEqualTo(2);
    }
}
