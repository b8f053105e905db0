package dev.gangway.benchmarks;

import ai.djl.Device;
import dev.gangway.benchmarks.image.BundledImages;
import dev.gangway.benchmarks.model.ModelShelf;
import dev.gangway.benchmarks.report.ReportFiles;
import dev.gangway.benchmarks.search.Conditions;
import dev.gangway.benchmarks.search.Scope;
import dev.gangway.benchmarks.search.SearchBenchmark;
import dev.gangway.benchmarks.search.SearchReport;
import dev.gangway.contracts.recipe.Recipe;
import dev.gangway.contracts.recipe.Recipes;
import dev.gangway.gan.network.Devices;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What the start at the encoder and the stop rule of each image save of a completion's time. */
@Command(
        name = "completion-search",
        mixinStandardHelpOptions = true,
        showDefaultValues = true,
        header = "Completes held-out images by several searches, and compares their time and hole PSNR.",
        description =
                "Trains the VAE and the critic of a recipe on the bundled images, unless that was done before, chooses a "
                        + "stop rule on validation images, measures on test images, and writes a table and all figures to the data folder.")
final class CompletionSearchCommand implements Callable<Integer> {

    private static final double HOLE = 0.25;

    private final Path checkout;

    @Spec
    private CommandSpec spec;

    @Option(names = "--data", paramLabel = "FOLDER", description = "Folder of trained networks and of results.")
    private Path data;

    @Option(names = "--recipe", description = "Shipped recipe whose VAE and critic complete the images.")
    private String recipe = "rankgan-quick";

    @Option(names = "--images", description = "Images of a batch.")
    private int images = 48;

    @Option(names = "--updates", description = "Updates of z that the plain search makes.")
    private int updates = 1_000;

    @Option(names = "--repetitions", description = "Rounds through all methods.")
    private int repetitions = 3;

    @Option(names = "--threads", description = "Threads that PyTorch computes with.")
    private int threads = 1;

    CompletionSearchCommand(Path checkout) {
        this.checkout = checkout;
        this.data = checkout.resolve("deploy/benchmarks/.data");
    }

    @Override
    public Integer call() throws IOException {
        // Read once, when the engine loads its library.
        System.setProperty("ai.djl.pytorch.num_threads", Integer.toString(threads));
        System.setProperty("ai.djl.pytorch.num_interop_threads", "1");
        Device device = Devices.best();
        PrintWriter out = spec.commandLine().getOut();
        Recipe shipped = Recipes.named(recipe);
        SearchBenchmark benchmark = new SearchBenchmark(
                new BundledImages(checkout.resolve("deploy/local/images/cifar-10-subset.zip")),
                new ModelShelf(data.resolve("models"), device),
                System::nanoTime,
                progress -> tell(out, progress));
        SearchReport report = benchmark.run(
                shipped,
                new Scope(images, updates, repetitions, HOLE),
                Conditions.here(device.getDeviceType(), threads));
        out.print(ReportFiles.of(data.resolve("completion-search")).write(report, report.toPage()));
        out.flush();
        return 0;
    }

    private static void tell(PrintWriter out, String progress) {
        out.println(progress);
        out.flush();
    }
}
