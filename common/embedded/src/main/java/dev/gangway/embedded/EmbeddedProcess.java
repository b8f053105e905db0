package dev.gangway.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/**
 * Broker, S3 store and database as one process apart from this one, so that their classes stay off this class path. Needs
 * nothing but the JDK here and the folder with {@code gangway-embedded.jar} there.
 *
 * <p>A test in any module needs one line:
 *
 * <pre>{@code
 * Endpoints endpoints = EmbeddedProcess.shared();                        // one for the whole JVM
 * try (EmbeddedProcess embedded = EmbeddedProcess.startForTests()) {...} // one of its own, to be killed at will
 * }</pre>
 */
public final class EmbeddedProcess implements AutoCloseable {

    /** The system property that names the folder with {@code gangway-embedded.jar}, for tests. */
    public static final String HOME_PROPERTY = "gangway.embedded.home";

    /** The file in the data folder that the process writes its log to. */
    public static final String LOG_NAME = "embedded.log";

    private static final String JAR = "gangway-embedded.jar";
    private static final String SHARED_PROPERTY = "gangway.embedded.shared";
    private static final long STOP_SECONDS = 20;
    private static final int LOG_LINES_SHOWN = 30;

    private final ProcessHandle process;
    private final Path data;
    private final Endpoints endpoints;
    private final boolean temporary;

    private EmbeddedProcess(ProcessHandle process, Path data, Endpoints endpoints, boolean temporary) {
        this.process = process;
        this.data = data;
        this.endpoints = endpoints;
        this.temporary = temporary;
    }

    /**
     * Starts the process and waits until everything answers.
     *
     * @param home the folder with {@code gangway-embedded.jar} and its {@code lib}
     * @param data the folder that keeps everything; made when missing, found again when not
     * @throws IllegalStateException when it ends or does not answer in time; the message has the end of its log
     */
    public static EmbeddedProcess start(Path home, Path data, EmbeddedOptions options) {
        return start(home, data, options, false);
    }

    /** Starts the process for one test: in a temporary folder, on free ports, for no longer than this JVM lives. */
    public static EmbeddedProcess startForTests() {
        return start(homeOfTests(), temporaryFolder(), EmbeddedOptions.forTests(), true);
    }

    /** The folder that {@value #HOME_PROPERTY} names. */
    public static Path homeOfTests() {
        return Path.of(Objects.requireNonNull(
                System.getProperty(HOME_PROPERTY), "system property " + HOME_PROPERTY + " is not set"));
    }

    /**
     * The parts that all tests of this JVM share, started at the first call and stopped when the JVM ends. What tests leave
     * there others see: use names of your own.
     */
    public static Endpoints shared() {
        // Quarkus loads this class once per test profile; system properties and the runtime are the JVM's own.
        synchronized (Runtime.getRuntime()) {
            String known = System.getProperty(SHARED_PROPERTY);
            if (known != null) {
                return read(Path.of(known));
            }
            EmbeddedProcess started = startForTests();
            Runtime.getRuntime().addShutdownHook(new Thread(started::close, "embedded-stop"));
            System.setProperty(SHARED_PROPERTY, started.data.toString());
            return started.endpoints;
        }
    }

    /** Where everything answers. */
    public Endpoints endpoints() {
        return endpoints;
    }

    /** The process id of the JVM; the database server is a process apart. */
    public long pid() {
        return process.pid();
    }

    /** The folder that keeps everything. */
    public Path data() {
        return data;
    }

    /** Stops everything in order and waits for it; what does not stop is killed. Does nothing when nothing runs. */
    @Override
    public void close() {
        process.destroy();
        if (!ended(process)) {
            process.destroyForcibly();
            ended(process);
        }
        Postmaster.stop(Postmaster.cluster(data));
        if (temporary) {
            delete(data);
        }
    }

    /** Kills JVM and database at once, as the loss of the machine would. The data stay. */
    public void kill() {
        killJvm();
        Postmaster.kill(Postmaster.cluster(data));
    }

    /** Kills the JVM alone; the database server runs on without it. */
    public void killJvm() {
        process.destroyForcibly();
        ended(process);
    }

    private static EmbeddedProcess start(Path home, Path data, EmbeddedOptions options, boolean temporary) {
        Path jar = home.resolve(JAR);
        if (!Files.isRegularFile(jar)) {
            throw new IllegalStateException(
                    jar + " is missing: build it with `mvn -DskipTests -pl common/embedded -am package`");
        }
        Path absolute = data.toAbsolutePath().normalize();
        try {
            Files.createDirectories(absolute);
            Process process = fork(jar, absolute, options);
            return new EmbeddedProcess(process.toHandle(), absolute, awaitReady(process, absolute, options), temporary);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Process fork(Path jar, Path data, EmbeddedOptions options) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx384m",
                "-XX:+UseSerialGC",
                // Ready sooner and smaller; what is hot here is the disk.
                "-XX:TieredStopAtLevel=1",
                "-jar",
                jar.toAbsolutePath().toString()));
        command.addAll(options.arguments(data));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(
                        ProcessBuilder.Redirect.appendTo(data.resolve(LOG_NAME).toFile()));
        if (!options.exitWithParent()) {
            builder.redirectInput(
                    ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
        }
        return builder.start();
    }

    private static Endpoints awaitReady(Process process, Path data, EmbeddedOptions options) {
        long deadline = System.nanoTime() + options.readyWithin().toNanos();
        Optional<Endpoints> written = writtenBy(process, data);
        while (written.isEmpty()) {
            if (exitedWithin(process, 20)) {
                throw new IllegalStateException(
                        "the embedded parts ended with code " + process.exitValue() + " at start:\n" + endOfLog(data));
            }
            if (System.nanoTime() > deadline) {
                process.destroyForcibly();
                Postmaster.kill(Postmaster.cluster(data));
                throw new IllegalStateException("the embedded parts were not ready within "
                        + options.readyWithin().toSeconds() + " s:\n" + endOfLog(data));
            }
            written = writtenBy(process, data);
        }
        return written.get();
    }

    /** What the file says when it is this process's own; one left from an earlier life vanishes while this one starts. */
    private static Optional<Endpoints> writtenBy(Process process, Path data) {
        try {
            return Optional.of(Endpoints.read(data)).filter(endpoints -> endpoints.pid() == process.pid());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static boolean exitedWithin(Process process, long milliseconds) {
        try {
            return process.waitFor(milliseconds, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroy();
            throw new IllegalStateException("interrupted while the embedded parts started", e);
        }
    }

    private static boolean ended(ProcessHandle process) {
        try {
            process.onExit().get(STOP_SECONDS, TimeUnit.SECONDS);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return !process.isAlive();
        } catch (ExecutionException | TimeoutException e) {
            return !process.isAlive();
        }
    }

    private static Endpoints read(Path data) {
        try {
            return Endpoints.read(data);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String endOfLog(Path data) {
        try {
            List<String> lines = Files.readAllLines(data.resolve(LOG_NAME));
            return String.join("\n", lines.subList(Math.max(0, lines.size() - LOG_LINES_SHOWN), lines.size()));
        } catch (IOException e) {
            return "(no log: " + e.getMessage() + ")";
        }
    }

    private static Path temporaryFolder() {
        try {
            return Files.createTempDirectory("gangway-embedded-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
