package dev.gangway.local;

import dev.gangway.local.client.GangwayClient;
import dev.gangway.local.demo.Demo;
import dev.gangway.local.demo.DemoPlan;
import dev.gangway.local.process.Checkout;
import dev.gangway.local.process.LocalSystem;
import dev.gangway.local.terminal.StatusLine;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code gangway demo}. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        header = "Trains a RankGAN by stages and completes images with each.",
        description =
                "Brings the system up, imports the bundled images, trains a RankGAN (autoencoder, critic, two ranked "
                        + "stages), completes held-out images with every stage, and prints one table: the occluded input, the fills "
                        + "with the mean colour and the mean image, then each stage. Pictures and a page that shows them are written beside the table.",
        footer = {
            "",
            "The whole demo takes up to ten minutes on two cores, the quick one up to three.",
            "Results: demo/results.json, demo/index.html and the PNG files in the home folder."
        })
final class DemoCommand implements Callable<Integer> {

    private final LocalSystem system;
    private final Checkout checkout;

    @Spec
    private CommandSpec spec;

    @Option(names = "--quick", description = "train a fraction of the updates and complete fewer images")
    private boolean quick;

    @Option(names = "--keep", description = "leave the system running afterwards")
    private boolean keep;

    @Mixin
    private LayoutOptions layout;

    DemoCommand(LocalSystem system, Checkout checkout) {
        this.system = system;
        this.checkout = checkout;
    }

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        Path folder = system.home().folder().resolve("demo");
        DemoPlan plan = quick ? DemoPlan.quick(checkout.root()) : DemoPlan.whole(checkout.root());
        StatusLine line = new StatusLine(out, Boolean.getBoolean("gangway.terminal"));
        return new RunningSystem(system, layout, keep).with(new Progress(out), gateway -> {
            new Demo(new GangwayClient(gateway), plan, folder, line).run();
            return 0;
        });
    }
}
