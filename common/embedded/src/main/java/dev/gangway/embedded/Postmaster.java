package dev.gangway.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The PostgreSQL server of one data folder. It is a process apart that outlives a killed parent, so it is found by the
 * {@code postmaster.pid} it leaves in its folder; as process ids are used again, a process counts only when its command line
 * says that it is PostgreSQL on that very folder.
 */
public final class Postmaster {

    /** The folder in the data folder with the server's logs of the last day. */
    public static final String LOG_FOLDER = "postgres-logs";

    /** The file in the data folder with what the server says at its start. */
    public static final String LOG_NAME = "postgres.log";

    private static final Duration STOP_WITHIN = Duration.ofSeconds(10);

    private Postmaster() {}

    /** The folder of the cluster within a data folder. */
    public static Path cluster(Path data) {
        return data.resolve("postgres").toAbsolutePath().normalize();
    }

    /** The server that runs on {@code cluster}, if one does. */
    public static Optional<ProcessHandle> of(Path cluster) {
        return recordedPid(pidFile(cluster)).flatMap(ProcessHandle::of).filter(process -> servesFrom(cluster, process));
    }

    /**
     * Stops what runs on {@code cluster} and waits for it: clients are cut off, open transactions rolled back. After ten
     * seconds it is killed. Does nothing when nothing runs.
     *
     * @return whether something ran
     */
    public static boolean stop(Path cluster) {
        Optional<ProcessHandle> found = of(cluster);
        found.ifPresent(postmaster -> {
            List<ProcessHandle> backends = postmaster.descendants().toList();
            interrupt(postmaster);
            if (!ended(postmaster)) {
                killWith(postmaster, backends);
            }
        });
        return found.isPresent();
    }

    /**
     * Removes the {@code postmaster.pid} that a killed server left in {@code cluster}. PostgreSQL only asks whether that process
     * id exists, and would refuse to start while another process has the number, or while nobody has waited for the dead one.
     *
     * @throws IllegalStateException when the server runs
     */
    public static void forgetKilled(Path cluster) throws IOException {
        if (of(cluster).isPresent()) {
            throw new IllegalStateException("a database server runs on " + cluster);
        }
        Files.deleteIfExists(pidFile(cluster));
    }

    /** Kills what runs on {@code cluster} without a chance to tidy up, as the loss of a machine would. */
    public static void kill(Path cluster) {
        of(cluster)
                .ifPresent(postmaster ->
                        killWith(postmaster, postmaster.descendants().toList()));
    }

    private static void killWith(ProcessHandle postmaster, List<ProcessHandle> backends) {
        postmaster.destroyForcibly();
        backends.forEach(ProcessHandle::destroyForcibly);
        ended(postmaster);
        backends.forEach(Postmaster::ended);
    }

    /** SIGINT is PostgreSQL's "fast" stop; SIGTERM, all that {@link ProcessHandle} can send, waits for every client to leave. */
    private static void interrupt(ProcessHandle postmaster) {
        try {
            new ProcessBuilder("sh", "-c", "kill -INT " + postmaster.pid())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException e) {
            postmaster.destroy();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean ended(ProcessHandle process) {
        return new RunningProcess(process).endsWithin(STOP_WITHIN);
    }

    private static Path pidFile(Path cluster) {
        return cluster.resolve("postmaster.pid");
    }

    private static Optional<Long> recordedPid(Path file) {
        try {
            return Files.readAllLines(file).stream()
                    .findFirst()
                    .map(String::strip)
                    .map(Long::valueOf);
        } catch (IOException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static boolean servesFrom(Path cluster, ProcessHandle process) {
        List<String> arguments = process.info().arguments().map(List::of).orElse(List.of());
        int folder = arguments.indexOf("-D") + 1;
        return process.info()
                        .command()
                        .map(command -> command.endsWith("/postgres"))
                        .orElse(false)
                && folder > 0
                && folder < arguments.size()
                && arguments.get(folder).equals(cluster.toString());
    }
}
