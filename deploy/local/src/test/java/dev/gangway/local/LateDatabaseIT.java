package dev.gangway.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.embedded.EmbeddedOptions;
import dev.gangway.embedded.EmbeddedProcess;
import dev.gangway.embedded.Endpoints;
import dev.gangway.embedded.RunningProcess;
import dev.gangway.embedded.Server;
import dev.gangway.embedded.ServiceSchema;
import dev.gangway.local.process.Checkout;
import dev.gangway.local.process.FreeLayout;
import dev.gangway.local.process.Home;
import dev.gangway.local.process.Layout;
import dev.gangway.local.process.Listener;
import dev.gangway.local.process.Part;
import dev.gangway.local.process.ServiceLaunch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A service whose database is not there yet, as on a machine that is busy starting everything at once. */
class LateDatabaseIT {

    private static final Duration LOOK = Duration.ofMillis(200);
    private static final Duration AT_MOST = Duration.ofMinutes(1);
    /** Longer than a connection is waited for once. */
    private static final Duration LATE = Duration.ofSeconds(7);

    /** When a log file is full, in bytes, and how much one record can be beyond. */
    private static final int FULL = 8_000;

    private static final int LONGEST_LINE = 20_000;

    private final Layout layout = FreeLayout.take();

    @TempDir
    private Path folder;

    private RunningProcess gateway;

    @AfterEach
    void stop() {
        gateway.kill();
    }

    @Test
    void aServiceThatStartsBeforeItsDatabaseWaitsForIt() throws IOException {
        Home home = new Home(folder.resolve("home"));
        start(home, Map.of());
        long begin = System.nanoTime();
        waitFor(home, "Retrying in");

        assertThat(gateway.endsWithin(LATE.minusNanos(System.nanoTime() - begin)))
                .as("ended without its database")
                .isFalse();

        EmbeddedOptions database = EmbeddedOptions.only(
                Server.DATABASE, layout.port(Listener.KAFKA), layout.port(Listener.S3), layout.port(Listener.POSTGRES));
        try (EmbeddedProcess late =
                EmbeddedProcess.start(EmbeddedProcess.homeOfTests(), folder.resolve("data"), database)) {
            waitFor(home, "Successfully applied");
            assertThat(late.pid()).isPositive();
        }
    }

    @Test
    void aServiceThatSaysALotBeginsNewFilesAndKeepsAsManyAsItWasTold() throws IOException {
        Home home = new Home(folder.resolve("home"));
        start(
                home,
                Map.of(
                        "QUARKUS_LOG_LEVEL", "DEBUG",
                        "QUARKUS_LOG_FILE_ROTATION_MAX_FILE_SIZE", Integer.toString(FULL),
                        "QUARKUS_LOG_FILE_ROTATION_MAX_BACKUP_INDEX", "2"));
        Path log = home.log(Part.GATEWAY);
        Path oldest = log.resolveSibling(log.getFileName() + ".2");
        waitFor(home, () -> Files.exists(oldest));
        FileTime begun = Files.getLastModifiedTime(oldest);

        waitFor(
                home,
                () -> Files.exists(oldest) && !Files.getLastModifiedTime(oldest).equals(begun));

        gateway.kill();
        try (Stream<Path> files = Files.list(log.getParent())) {
            assertThat(files.filter(file -> file.getFileName().toString().contains(".log")))
                    .extracting(file -> file.getFileName().toString())
                    .containsExactlyInAnyOrder("gateway.log", "gateway.log.1", "gateway.log.2");
        }
        assertThat(Files.size(oldest)).isBetween(FULL / 2L, (long) FULL + LONGEST_LINE);
    }

    private void start(Home home, Map<String, String> preferences) throws IOException {
        Checkout checkout = new Checkout(EmbeddedProcess.homeOfTests().resolve("../../.."));
        ProcessBuilder launch = ServiceLaunch.of(Part.GATEWAY, home, checkout, layout, endpoints());
        launch.environment().putAll(preferences);
        gateway = new RunningProcess(launch.start().toHandle());
    }

    private void waitFor(Home home, String words) throws IOException {
        waitFor(home, () -> log(home).contains(words));
    }

    private void waitFor(Home home, Look look) throws IOException {
        long deadline = System.nanoTime() + AT_MOST.toNanos();
        while (!look.shows()) {
            assertThat(gateway.endsWithin(LOOK)).as(log(home)).isFalse();
            assertThat(System.nanoTime()).as(log(home)).isLessThan(deadline);
        }
    }

    /** What is waited for. */
    @FunctionalInterface
    private interface Look {
        boolean shows() throws IOException;
    }

    private static String log(Home home) throws IOException {
        Path log = home.log(Part.GATEWAY);
        return Files.exists(log) ? Files.readString(log) : "";
    }

    private Endpoints endpoints() {
        String host = "127.0.0.1:";
        return new Endpoints(
                1,
                host + layout.port(Listener.KAFKA),
                new Endpoints.Store("http://" + host + layout.port(Listener.S3), "key", "a secret", "bucket"),
                new Endpoints.Database(
                        "jdbc:postgresql://" + host + layout.port(Listener.POSTGRES) + "/gangway",
                        Arrays.stream(ServiceSchema.values())
                                .collect(Collectors.toMap(
                                        schema -> schema,
                                        schema -> new Endpoints.Login(schema.role(), schema.developmentPassword())))));
    }
}
