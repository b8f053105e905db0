package dev.gangway.benchmarks;

import dev.gangway.benchmarks.queue.Growth;
import dev.gangway.benchmarks.queue.GrowthBenchmark;
import dev.gangway.benchmarks.queue.GrowthReport;
import dev.gangway.benchmarks.report.ReportFiles;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What a long queue costs those who ask the gateway for something. */
@Command(
        name = "queue-growth",
        mixinStandardHelpOptions = true,
        showDefaultValues = true,
        header = "Compares what the gateway does at a short and at a long queue.",
        description =
                "Starts two gateways, each with broker, store and database, on free ports of the loopback address and in temporary folders, "
                        + "fills one queue with many jobs and the other with few, measures both in turns through the API, stops "
                        + "everything, and writes a table and all figures to the data folder. No job is worked on.")
final class QueueGrowthCommand implements Callable<Integer> {

    private final Path checkout;

    @Spec
    private CommandSpec spec;

    @Option(names = "--data", paramLabel = "FOLDER", description = "Folder of results.")
    private Path data;

    @Option(names = "--jobs", description = "Length of the long queue.")
    private int jobs = 10_000;

    @Option(names = "--few", description = "Length of the short queue.")
    private int few = 10;

    @Option(names = "--rounds", description = "How often each operation is measured at each queue.")
    private int rounds = 200;

    @Option(names = "--warm-up", description = "Rounds before that, which are not counted.")
    private int warmUp = 300;

    QueueGrowthCommand(Path checkout) {
        this.checkout = checkout;
        this.data = checkout.resolve("deploy/benchmarks/.data");
    }

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        GrowthReport report = new GrowthBenchmark(checkout, System::nanoTime, progress -> tell(out, progress))
                .run(new Growth(few, jobs, rounds, warmUp));
        out.print(ReportFiles.of(data.resolve("queue-growth")).write(report, report.toPage()));
        out.flush();
        return 0;
    }

    private static void tell(PrintWriter out, String progress) {
        out.println(progress);
        out.flush();
    }
}
