package dev.gangway.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.embedded.EmbeddedProcess;
import dev.gangway.local.client.GangwayClient;
import dev.gangway.local.process.Checkout;
import dev.gangway.local.process.FreeLayout;
import dev.gangway.local.process.Home;
import dev.gangway.local.process.Layout;
import dev.gangway.local.process.LayoutChange;
import dev.gangway.local.process.Listener;
import dev.gangway.local.process.LocalSystem;
import dev.gangway.local.process.Part;
import dev.gangway.local.process.PartStatus;
import dev.gangway.local.process.Selection;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** The whole system as processes of their own, started from what was just built. */
final class TestSystem implements AutoCloseable {

    private static final Duration READY_WITHIN = Duration.ofMinutes(3);

    private final LocalSystem system;
    private final GangwayClient gateway;

    private TestSystem(LocalSystem system, GangwayClient gateway) {
        this.system = system;
        this.gateway = gateway;
    }

    /** Starts a system with so many completion workers that keeps its data in {@code home}. */
    static TestSystem up(Path home, int completionWorkers) {
        Checkout checkout = new Checkout(EmbeddedProcess.homeOfTests().resolve("../../.."));
        LocalSystem system = new LocalSystem(new Home(home), checkout);
        Layout layout = FreeLayout.with(1, completionWorkers);
        system.up(Selection.EVERYTHING, FreeLayout.change(layout), READY_WITHIN, step -> {});
        URI address = URI.create("http://127.0.0.1:" + layout.port(Listener.GATEWAY));
        return new TestSystem(system, new GangwayClient(address));
    }

    GangwayClient gateway() {
        return gateway;
    }

    /** Where the broker answers. */
    String broker() {
        return system.endpoints().kafkaBootstrap();
    }

    /** Starts what does not run. */
    void start() {
        system.up(Selection.EVERYTHING, LayoutChange.NONE, READY_WITHIN, step -> {});
    }

    /** Stops {@code part} in order. */
    void stop(Part part) {
        system.down(Selection.of(part), step -> {});
    }

    /** Sends {@code part} the signal that no process can prepare for. */
    void kill(Part part) {
        long pid = statusOf(part).pid().orElseThrow();
        try {
            Process kill = new ProcessBuilder("kill", "-9", Long.toString(pid)).start();
            assertThat(kill.waitFor(10, TimeUnit.SECONDS)).isTrue();
            assertThat(kill.exitValue()).isZero();
        } catch (IOException e) {
            throw new AssertionError("there is no command called kill", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    /** Whether every part says that it is ready. */
    boolean isReady() {
        return system.status().stream().allMatch(part -> part.state() == PartStatus.State.READY);
    }

    boolean runs(Part part) {
        return statusOf(part).pid().isPresent();
    }

    /** Stops everything, and makes sure that nothing is left. */
    @Override
    public void close() {
        system.down(Selection.EVERYTHING, step -> {});
        assertThat(system.status()).noneMatch(part -> part.pid().isPresent());
    }

    private PartStatus statusOf(Part part) {
        return system.status().stream()
                .filter(status -> status.part().equals(part))
                .findFirst()
                .orElseThrow();
    }
}
