package dev.gangway.benchmarks;

import java.nio.file.Path;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Gangway's benchmarks, as a command. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        version = "gangway 0.1.0",
        synopsisSubcommandLabel = "BENCHMARK",
        description = "Measures how fast Gangway is, on this machine. What a benchmark starts, it stops.")
public final class BenchmarkCommand {

    private static final String CHECKOUT_PROPERTY = "gangway.checkout";

    private BenchmarkCommand() {}

    /** Runs a benchmark and ends the JVM with its exit code. */
    public static void main(String... arguments) {
        Path checkout = Path.of(System.getProperty(CHECKOUT_PROPERTY, ""));
        System.exit(commandLine(checkout).execute(arguments));
    }

    /** All benchmarks of the checkout at {@code root}. */
    static CommandLine commandLine(Path root) {
        return new CommandLine(new BenchmarkCommand())
                .addSubcommand(new CompletionSearchCommand(root))
                .addSubcommand(new QueueGrowthCommand(root));
    }
}
