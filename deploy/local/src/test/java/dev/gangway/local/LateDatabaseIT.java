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
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A service on a machine that is busy starting everything at once. */
class LateDatabaseIT {

    private static final Duration LOOK = Duration.ofMillis(200);
    private static final Duration AT_MOST = Duration.ofMinutes(1);
    /** Longer than a connection is waited for once. */
    private static final Duration LATE = Duration.ofSeconds(7);

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
        Checkout checkout = new Checkout(EmbeddedProcess.homeOfTests().resolve("../../.."));
        gateway = new RunningProcess(ServiceLaunch.of(Part.GATEWAY, home, checkout, layout, endpoints())
                .start()
                .toHandle());
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

    private void waitFor(Home home, String words) throws IOException {
        long deadline = System.nanoTime() + AT_MOST.toNanos();
        while (!log(home).contains(words)) {
            assertThat(gateway.endsWithin(LOOK)).as(log(home)).isFalse();
            assertThat(System.nanoTime()).as(log(home)).isLessThan(deadline);
        }
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
