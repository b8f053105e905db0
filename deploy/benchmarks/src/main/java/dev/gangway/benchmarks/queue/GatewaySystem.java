package dev.gangway.benchmarks.queue;

import dev.gangway.embedded.EmbeddedOptions;
import dev.gangway.embedded.EmbeddedProcess;
import dev.gangway.embedded.RunningProcess;
import dev.gangway.local.process.Checkout;
import dev.gangway.local.process.FreeLayout;
import dev.gangway.local.process.GangwayException;
import dev.gangway.local.process.Home;
import dev.gangway.local.process.Layout;
import dev.gangway.local.process.Part;
import dev.gangway.local.process.Readiness;
import dev.gangway.local.process.ServiceLaunch;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Broker, store and database as one process and the packaged gateway as another, on free ports of the loopback address and in a folder that
 * goes when they do. There is no worker: what is queued stays queued.
 */
public final class GatewaySystem implements AutoCloseable {

    /** How many training jobs are admitted without a worker. */
    static final int AHEAD = 4;

    private static final Duration READY_WITHIN = Duration.ofMinutes(2);
    private static final Duration LOOK = Duration.ofMillis(200);
    private static final Duration STOPS_WITHIN = Duration.ofSeconds(20);

    /** A round begins soon after it could: what is measured is the round, and not the wait for it. */
    private static final Map<String, String> SETTINGS =
            Map.of("GANGWAY_ADMISSION_EVERY", "5ms", "GANGWAY_ADMISSION_TRAINING_AHEAD", Integer.toString(AHEAD));

    private final Path folder;
    private final EmbeddedProcess servers;
    private final RunningProcess gateway;
    private final URI address;
    private boolean closed;

    private GatewaySystem(Path folder, EmbeddedProcess servers, RunningProcess gateway, URI address) {
        this.folder = folder;
        this.servers = servers;
        this.gateway = gateway;
        this.address = address;
    }

    /**
     * Starts what is built in {@code checkout}, and waits until the gateway is ready.
     *
     * @throws GangwayException when it is not built, or the gateway does not get ready
     */
    public static GatewaySystem start(Path checkout) throws IOException {
        Path folder = Files.createTempDirectory("gangway-benchmark-");
        Checkout built = new Checkout(checkout);
        EmbeddedProcess servers =
                EmbeddedProcess.start(built.embeddedFolder(), folder.resolve("embedded"), EmbeddedOptions.forTests());
        Layout layout = FreeLayout.take();
        ProcessBuilder launch = ServiceLaunch.of(Part.GATEWAY, new Home(folder), built, layout, servers.endpoints());
        launch.environment().putAll(SETTINGS);
        GatewaySystem system = new GatewaySystem(
                folder,
                servers,
                new RunningProcess(launch.start().toHandle()),
                URI.create("http://127.0.0.1:" + layout.port(Part.GATEWAY)));
        Runtime.getRuntime().addShutdownHook(new Thread(system::close, "benchmark-stop"));
        system.awaitReady();
        return system;
    }

    /** Where the gateway answers. */
    URI address() {
        return address;
    }

    private void awaitReady() {
        long deadline = System.nanoTime() + READY_WITHIN.toNanos();
        while (!Readiness.at(address)) {
            if (gateway.endsWithin(LOOK) || System.nanoTime() > deadline) {
                throw new GangwayException("the gateway did not get ready");
            }
        }
    }

    /** Ends what was started, and deletes its folder; does nothing the second time. */
    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            gateway.stop(STOPS_WITHIN);
            servers.close();
            delete(folder);
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
