package dev.gangway.torture.system;

import dev.gangway.embedded.Endpoints;
import dev.gangway.embedded.RunningProcess;
import dev.gangway.local.process.Checkout;
import dev.gangway.local.process.Home;
import dev.gangway.local.process.Layout;
import dev.gangway.local.process.Part;
import dev.gangway.local.process.ServiceLaunch;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** A process of the gateway, a trainer or a completion worker. */
final class ServiceVictim implements Victim, AutoCloseable {

    private static final Duration STOPS_WITHIN = Duration.ofSeconds(40);

    private final Part part;
    private final Supplier<ProcessBuilder> launch;
    private final Health health;
    private final Links links;
    private final ReentrantLock lock = new ReentrantLock();
    private volatile RunningProcess process;

    ServiceVictim(
            Part part,
            Home home,
            Checkout checkout,
            Layout layout,
            Supplier<Endpoints> endpoints,
            Map<String, String> settings) {
        this.part = part;
        this.health = new Health(URI.create("http://127.0.0.1:" + layout.port(part)));
        this.links = new Links(layout);
        this.launch = () -> {
            ProcessBuilder builder = ServiceLaunch.of(part, home, checkout, layout, links.over(endpoints.get()));
            builder.environment().putAll(settings);
            return builder;
        };
    }

    @Override
    public String name() {
        return part.toString();
    }

    Health health() {
        return health;
    }

    /** Its links to database and store. */
    Links links() {
        return links;
    }

    @Override
    public void start() {
        try {
            process = new RunningProcess(launch.get().start().toHandle());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Held by whoever does something to it. */
    ReentrantLock lock() {
        return lock;
    }

    /**
     * Starts it again when it ended by itself, as it does when the database is away at its start.
     *
     * @return whether it did
     */
    boolean startIfEnded() {
        boolean ended = !runs();
        if (ended) {
            start();
        }
        return ended;
    }

    boolean runs() {
        return process != null && process.runs();
    }

    @Override
    public void kill() {
        process.kill();
    }

    @Override
    public void pause() {
        Signal.STOP.send(process);
    }

    @Override
    public void resume() {
        Signal.CONTINUE.send(process);
    }

    @Override
    public void stop() {
        if (process != null) {
            process.stop(STOPS_WITHIN);
        }
    }

    /** Stops it for good. */
    @Override
    public void close() {
        stop();
        links.close();
    }
}
