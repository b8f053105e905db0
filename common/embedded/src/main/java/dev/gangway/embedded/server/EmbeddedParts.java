package dev.gangway.embedded.server;

import dev.gangway.embedded.Endpoints;
import dev.gangway.embedded.Server;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Broker, store and database, or those of them that are asked for: all of these, or none. */
final class EmbeddedParts implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedParts.class);

    private final Deque<AutoCloseable> running = new ArrayDeque<>();
    private final Settings settings;

    private volatile boolean closing;

    EmbeddedParts(Settings settings) {
        this.settings = settings;
    }

    /** Starts them at once and writes down where they answer. When one fails the others are left to {@link #close()}. */
    Endpoints start() throws Exception {
        Path data = settings.data();
        keep(DataFolderLock.take(data));
        Files.deleteIfExists(data.resolve(Endpoints.FILE_NAME));
        ExecutorService together = Executors.newFixedThreadPool(2);
        try {
            Future<Endpoints.Database> database = together.submit(this::database);
            Future<String> broker = together.submit(this::broker);
            Endpoints.Store store = store();
            Endpoints endpoints = new Endpoints(ProcessHandle.current().pid(), broker.get(), store, database.get());
            write(data, endpoints);
            return endpoints;
        } finally {
            together.shutdown();
        }
    }

    private String broker() throws Exception {
        return settings.servers().contains(Server.BROKER)
                ? keep(KafkaBroker.start(settings.data().resolve("kafka"), settings.kafkaPort()))
                        .bootstrap()
                : KafkaBroker.bootstrap(settings.kafkaPort());
    }

    private Endpoints.Store store() throws Exception {
        return settings.servers().contains(Server.STORE)
                ? keep(ObjectStore.start(settings.data().resolve("s3"), settings.storePort()))
                        .endpoint()
                : ObjectStore.endpoint(settings.storePort());
    }

    private Endpoints.Database database() throws Exception {
        return settings.servers().contains(Server.DATABASE)
                ? keep(PostgresDatabase.start(settings.data(), settings.postgresPort()))
                        .endpoint()
                : PostgresDatabase.endpoint(settings.postgresPort());
    }

    /** Stops what runs, the last first; also while it is still starting. */
    @Override
    public synchronized void close() {
        closing = true;
        while (!running.isEmpty()) {
            stop(running.pop());
        }
    }

    /** Whether {@link #close()} was called. */
    boolean closing() {
        return closing;
    }

    private synchronized <T extends AutoCloseable> T keep(T part) {
        if (closing) {
            stop(part);
            throw new IllegalStateException("told to stop while starting");
        }
        running.push(part);
        return part;
    }

    private static void stop(AutoCloseable part) {
        try {
            part.close();
        } catch (Exception e) {
            LOG.error("could not stop {} in order", part.getClass().getSimpleName(), e);
        }
    }

    private static void write(Path data, Endpoints endpoints) throws IOException {
        Path written = data.resolve(Endpoints.FILE_NAME + ".new");
        try (Writer writer = Files.newBufferedWriter(written)) {
            endpoints.toProperties().store(writer, "Development credentials, for the loopback address only");
        }
        Files.move(written, data.resolve(Endpoints.FILE_NAME), StandardCopyOption.ATOMIC_MOVE);
    }
}
