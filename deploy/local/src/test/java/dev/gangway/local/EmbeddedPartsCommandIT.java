package dev.gangway.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.gangway.embedded.EmbeddedProcess;
import dev.gangway.embedded.Postmaster;
import dev.gangway.embedded.RunningProcess;
import dev.gangway.local.process.Checkout;
import dev.gangway.local.process.FreeLayout;
import dev.gangway.local.process.Home;
import dev.gangway.local.process.Layout;
import dev.gangway.local.process.Listener;
import dev.gangway.local.process.LocalSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command with the real broker, store and database, and no services. */
class EmbeddedPartsCommandIT {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Layout layout = FreeLayout.take();

    @TempDir
    private Path home;

    private CommandRun gangway;

    @AfterEach
    void stop() {
        EmbeddedProcess.stop(data());
    }

    @Test
    void theSystemIsStartedFoundKilledStartedAgainAndStopped() throws Exception {
        Checkout checkout = new Checkout(EmbeddedProcess.homeOfTests().resolve("../../.."));
        gangway = new CommandRun(new LocalSystem(new Home(home), checkout), checkout);

        assertThat(gangway.execute(upOnFreePorts())).as(gangway.errors()).isZero();
        assertThat(gangway.output())
                .contains("embedded starting", "127.0.0.1:" + layout.port(Listener.KAFKA), "(bucket gangway)");
        RunningProcess first = jvm();

        // The ports are remembered, what runs is left alone, and the parts that were not asked for are missing.
        assertThat(gangway.execute("up", "embedded")).isZero();
        assertThat(gangway.output()).doesNotContain("starting");
        assertThat(jvm()).isEqualTo(first);
        assertThat(gangway.execute("status")).isEqualTo(1);
        assertThat(gangway.output()).containsPattern("embedded +" + first.pid() + " +ready +kafka 127.0.0.1");

        assertThat(gangway.execute("up", "embedded", "--s3-port", "1")).isEqualTo(1);
        assertThat(gangway.errors()).contains("the S3 store is in use on port " + layout.port(Listener.S3));

        first.kill();
        assertThat(gangway.execute("status")).isEqualTo(1);
        assertThat(gangway.output()).contains("database left behind");
        assertThat(gangway.execute("up", "embedded")).as(gangway.errors()).isZero();
        assertThat(jvm()).isNotEqualTo(first);
        assertThat(Files.exists(data().resolve("embedded.previous.log"))).isTrue();

        jvm().kill();
        assertThat(gangway.execute("down")).isZero();
        assertThat(gangway.output()).contains("embedded stopped");
        assertThat(EmbeddedProcess.find(data())).isEmpty();
        assertThat(Postmaster.of(Postmaster.cluster(data()))).isEmpty();
    }

    @Test
    void whatDiesWhileItIsWatchedIsStartedAgainUntilItIsStopped() throws Exception {
        Checkout checkout = new Checkout(EmbeddedProcess.homeOfTests().resolve("../../.."));
        gangway = new CommandRun(new LocalSystem(new Home(home), checkout), checkout);
        Path output = home.resolve("watch.out");
        Process watch = watch(checkout, output);
        try {
            await().atMost(PATIENCE).until(() -> Files.readString(output).contains("watching"));
            RunningProcess first = jvm();
            assertThat(gangway.execute("status")).isEqualTo(1);
            assertThat(gangway.output()).contains("watched: what dies is started again");

            first.kill();
            await().atMost(PATIENCE)
                    .until(() -> Files.readString(output)
                                    .lines()
                                    .filter("embedded ready"::equals)
                                    .count()
                            == 2);
            assertThat(jvm()).isNotEqualTo(first);
            assertThat(home.resolve("logs/watch.log")).content().contains("Z embedded ended and is started again\n");

            assertThat(gangway.execute("down")).as(gangway.errors()).isZero();
            assertThat(watch.waitFor(20, TimeUnit.SECONDS)).isTrue();
            assertThat(watch.exitValue()).as(Files.readString(output)).isZero();
            assertThat(EmbeddedProcess.find(data())).isEmpty();
            gangway.execute("status");
            assertThat(gangway.output()).contains("not watched");
        } finally {
            watch.destroyForcibly();
        }
    }

    /** The command as a process of its own: locks are between processes. */
    private Process watch(Checkout checkout, Path output) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dgangway.checkout=" + checkout.root(),
                "-cp",
                System.getProperty("java.class.path"),
                GangwayCommand.class.getName()));
        command.addAll(List.of(upOnFreePorts()));
        command.add("--watch");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().put("GANGWAY_HOME", home.toString());
        return builder.start();
    }

    private String[] upOnFreePorts() {
        List<String> arguments = new ArrayList<>(List.of("up", "embedded"));
        for (Listener listener : Listener.values()) {
            arguments.addAll(List.of(listener.option(), Integer.toString(layout.port(listener))));
        }
        return arguments.toArray(String[]::new);
    }

    private RunningProcess jvm() {
        return EmbeddedProcess.find(data()).orElseThrow();
    }

    private Path data() {
        return home.resolve("embedded");
    }
}
