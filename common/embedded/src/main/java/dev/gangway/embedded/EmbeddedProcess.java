package dev.gangway.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
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

    /** The file in the data folder with what the process says outside of its log, such as the JVM's last words. */
    public static final String OUTPUT_NAME = "embedded.out";

    private static final String SHARED_PROPERTY = "gangway.embedded.shared";
    private static final Duration STOP_WITHIN = Duration.ofSeconds(20);

    private final RunningProcess process;
    private final Path data;
    private final Endpoints endpoints;
    private final boolean temporary;

    private EmbeddedProcess(RunningProcess process, Path data, Endpoints endpoints, boolean temporary) {
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

    /**
     * Starts the process and waits for nothing; {@link #attach} does that.
     *
     * @throws IllegalStateException when it is not built
     */
    public static RunningProcess launch(Path home, Path data, EmbeddedOptions options) {
        try {
            return EmbeddedLaunch.fork(home, data.toAbsolutePath().normalize(), options);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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

    /** The folder that keeps everything of the {@link #shared()} parts. */
    public static Path sharedData() {
        shared();
        return Path.of(System.getProperty(SHARED_PROPERTY));
    }

    /**
     * The JVM that works on {@code data}, whoever started it and whether it is ready or not. It may be there without its
     * database for a moment, and the database without it: see {@link Postmaster}.
     */
    public static Optional<RunningProcess> find(Path data) {
        return EmbeddedLaunch.find(data.toAbsolutePath().normalize());
    }

    /**
     * Takes over {@code process}, which works on {@code data}, waiting until it is ready.
     *
     * @param process what {@link #launch} gave, or {@link #find} for one that had been started before: a process is not found
     *     by its command line in its very first moments
     * @throws IllegalStateException when it ends or does not answer in time
     */
    public static EmbeddedProcess attach(RunningProcess process, Path data, Duration readyWithin) {
        Path absolute = data.toAbsolutePath().normalize();
        return new EmbeddedProcess(process, absolute, EmbeddedLaunch.awaitReady(process, absolute, readyWithin), false);
    }

    /**
     * Stops what works on {@code data} in order, also a database whose JVM was killed; what does not stop is killed.
     *
     * @return whether anything ran
     */
    public static boolean stop(Path data) {
        Optional<RunningProcess> found = find(data);
        found.ifPresent(process -> process.stop(STOP_WITHIN));
        return Postmaster.stop(Postmaster.cluster(data)) || found.isPresent();
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
        process.stop(STOP_WITHIN);
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
        process.kill();
    }

    private static EmbeddedProcess start(Path home, Path data, EmbeddedOptions options, boolean temporary) {
        RunningProcess process = launch(home, data, options);
        Path absolute = data.toAbsolutePath().normalize();
        Endpoints endpoints = EmbeddedLaunch.awaitReady(process, absolute, options.readyWithin());
        return new EmbeddedProcess(process, absolute, endpoints, temporary);
    }

    private static Endpoints read(Path data) {
        try {
            return Endpoints.read(data);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
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
