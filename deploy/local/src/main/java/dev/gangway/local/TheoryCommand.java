package dev.gangway.local;

import dev.gangway.local.process.Checkout;
import dev.gangway.local.process.GangwayException;
import dev.gangway.local.process.Home;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Draws what can be known beforehand; needs the trainer's classes and none of the services. */
@Command(
        name = "theory",
        mixinStandardHelpOptions = true,
        header = "Draws the scores of four discriminators whose optimum is known.",
        description =
                "Trains the discriminators of GAN, WGAN, LSGAN and RankGAN on two normal distributions (RankGAN, Figure 2) "
                        + "and writes scores.png and scores.csv to theory/ in GANGWAY_HOME. Takes some seconds.")
final class TheoryCommand implements Callable<Integer> {

    private static final String MAIN = "dev.gangway.trainer.theory.ScoreFigure";

    private final Home home;
    private final Checkout checkout;

    @Spec
    private CommandSpec spec;

    TheoryCommand(Home home, Checkout checkout) {
        this.home = home;
        this.checkout = checkout;
    }

    @Override
    public Integer call() throws IOException {
        Path folder = home.folder().resolve("theory");
        Path log = Files.createDirectories(folder).resolve("theory.log");
        ProcessBuilder builder = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-Dai.djl.offline=true",
                        // The networks are too small for more.
                        "-Dai.djl.pytorch.num_threads=1",
                        "-cp",
                        classPath(),
                        MAIN,
                        folder.toString()))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment()
                .put("DJL_CACHE_DIR", home.folder().resolve("cache").toString());
        if (exitCode(builder.start()) != 0) {
            throw new GangwayException("the figure could not be drawn; why is in " + log);
        }
        spec.commandLine().getOut().println("figure   " + folder.resolve("scores.png"));
        spec.commandLine().getOut().println("numbers  " + folder.resolve("scores.csv"));
        return 0;
    }

    private String classPath() {
        Path application = checkout.root().resolve("trainer-service/target/quarkus-app");
        return Stream.of("app", "lib/main", "lib/boot")
                .map(part -> application.resolve(part) + "/*")
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static int exitCode(Process process) {
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new GangwayException("interrupted", e);
        }
    }
}
