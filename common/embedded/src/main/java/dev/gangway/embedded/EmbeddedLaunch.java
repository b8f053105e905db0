package dev.gangway.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The start of the process that holds the embedded parts, up to the moment when everything answers. */
final class EmbeddedLaunch {

    private static final String JAR = "gangway-embedded.jar";
    private static final Duration LOOK = Duration.ofMillis(20);

    private EmbeddedLaunch() {}

    /** The process that works on {@code data}, ready or not. */
    static Optional<RunningProcess> find(Path data) {
        return RunningProcess.find(arguments -> worksOn(data, arguments));
    }

    /** Starts it; {@code home} is the folder with the jar. */
    static RunningProcess fork(Path home, Path data, EmbeddedOptions options) throws IOException {
        Path jar = home.resolve(JAR);
        if (!Files.isRegularFile(jar)) {
            throw new IllegalStateException(
                    jar + " is missing: build it with `mvn -DskipTests -pl common/embedded -am package`");
        }
        Files.createDirectories(data);
        ProcessBuilder builder = new ProcessBuilder(command(jar, data, options))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        data.resolve(EmbeddedProcess.OUTPUT_NAME).toFile()));
        Utf8.prepare(builder);
        if (!options.exitWithParent()) {
            builder.redirectInput(Path.of("/dev/null").toFile());
        }
        return new RunningProcess(builder.start().toHandle());
    }

    /** Waits until everything answers; a process that ends or is too slow is an {@link IllegalStateException} with its log. */
    static Endpoints awaitReady(RunningProcess process, Path data, Duration within) {
        long deadline = System.nanoTime() + within.toNanos();
        Optional<Endpoints> written = writtenBy(process, data);
        while (written.isEmpty()) {
            if (process.endsWithin(LOOK)) {
                throw new IllegalStateException("the embedded parts ended at start:\n" + lastWords(data));
            }
            if (System.nanoTime() > deadline || Thread.currentThread().isInterrupted()) {
                process.kill();
                Postmaster.kill(Postmaster.cluster(data));
                throw new IllegalStateException(
                        "the embedded parts were not ready within " + within.toSeconds() + " s:\n" + lastWords(data));
            }
            written = writtenBy(process, data);
        }
        return written.get();
    }

    /** The ends of log and output, of which only one may say why it failed. */
    private static String lastWords(Path data) {
        return LastLines.of(data.resolve(EmbeddedProcess.LOG_NAME)) + "\n"
                + LastLines.of(data.resolve(EmbeddedProcess.OUTPUT_NAME));
    }

    private static List<String> command(Path jar, Path data, EmbeddedOptions options) {
        List<String> command = Stream.concat(
                        Stream.of(
                                Path.of(System.getProperty("java.home"), "bin", "java")
                                        .toString(),
                                Utf8.OPTION,
                                "-Dgangway.embedded.log=" + data.resolve(EmbeddedProcess.LOG_NAME),
                                "-Xmx384m",
                                "-XX:+UseSerialGC",
                                // Ready sooner and smaller; what is hot here is the disk.
                                "-XX:TieredStopAtLevel=1",
                                "-jar",
                                jar.toAbsolutePath().toString()),
                        options.arguments(data).stream())
                .toList();
        return options.exitWithParent() ? command : DetachedCommand.of(command);
    }

    private static boolean worksOn(Path data, List<String> arguments) {
        int folder = arguments.indexOf("--data") + 1;
        return folder > 0
                && folder < arguments.size()
                && arguments.get(folder).equals(data.toString())
                && arguments.stream().anyMatch(argument -> argument.endsWith(JAR));
    }

    /** What the file says when it is this process's own; one left from an earlier life vanishes while this one starts. */
    private static Optional<Endpoints> writtenBy(RunningProcess process, Path data) {
        try {
            return Optional.of(Endpoints.read(data)).filter(endpoints -> endpoints.pid() == process.pid());
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
