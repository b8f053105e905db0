package dev.gangway.torture.system;

import dev.gangway.embedded.EmbeddedOptions;
import dev.gangway.embedded.EmbeddedProcess;
import dev.gangway.embedded.Endpoints;
import dev.gangway.embedded.Postmaster;
import dev.gangway.embedded.RunningProcess;
import dev.gangway.embedded.Server;
import dev.gangway.local.process.Checkout;
import dev.gangway.local.process.Layout;
import dev.gangway.local.process.Listener;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;

/** Broker, store or database, each in an embedded process of its own. */
final class ServerVictim implements Victim {

    private static final Duration READY_WITHIN = Duration.ofMinutes(2);

    private final Server server;
    private final Path jarFolder;
    private final Places places;
    private final Path data;
    private final EmbeddedOptions options;
    private final ReentrantLock lock = new ReentrantLock();
    private RunningProcess process;
    private EmbeddedProcess embedded;

    ServerVictim(Server server, Checkout checkout, Places places, Layout layout) {
        this.server = server;
        this.jarFolder = checkout.embeddedFolder();
        this.places = places;
        this.data = places.data(name());
        this.options = EmbeddedOptions.only(
                server, layout.port(Listener.KAFKA), layout.port(Listener.S3), layout.port(Listener.POSTGRES));
    }

    @Override
    public String name() {
        return switch (server) {
            case BROKER -> "broker";
            case STORE -> "store";
            case DATABASE -> "database";
        };
    }

    /** Where all servers answer; it has to be ready. */
    Endpoints endpoints() {
        return embedded.endpoints();
    }

    /** Held by whoever does something to it. */
    ReentrantLock lock() {
        return lock;
    }

    /**
     * Starts it again when it ended by itself, unless somebody does something to it now.
     *
     * @return whether it did
     */
    boolean startIfEnded() {
        if (!lock.tryLock()) {
            return false;
        }
        try {
            boolean ended = process != null && !process.runs();
            if (ended) {
                start();
            }
            return ended;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void start() {
        places.keepLogApart(data, EmbeddedProcess.LOG_NAME);
        places.keepLogApart(data, EmbeddedProcess.OUTPUT_NAME);
        places.keepLogsApart(data, Postmaster.LOG_FOLDER);
        process = EmbeddedProcess.launch(jarFolder, data, options);
        embedded = EmbeddedProcess.attach(process, data, READY_WITHIN);
    }

    @Override
    public void kill() {
        embedded.kill();
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
        if (embedded != null) {
            embedded.close();
        }
    }
}
