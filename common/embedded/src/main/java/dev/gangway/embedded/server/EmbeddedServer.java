package dev.gangway.embedded.server;

import dev.gangway.embedded.Endpoints;
import dev.gangway.embedded.Postmaster;
import dev.gangway.embedded.Server;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The process that {@code gangway-embedded.jar} starts. Exit codes: 1 when a part failed, 2 for a wrong command line. */
public final class EmbeddedServer {

    static {
        // Whoever starts it by hand reads its log on the terminal.
        boolean toFile = System.getProperty("gangway.embedded.log") != null;
        System.setProperty(
                "logback.configurationFile", "dev/gangway/embedded/" + (toFile ? "logback-file.xml" : "logback.xml"));
    }

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedServer.class);

    private EmbeddedServer() {}

    /** Starts the parts, prints one line that begins with {@code READY}, and runs until it is told to stop. */
    public static void main(String... arguments) {
        try {
            run(Settings.parse(arguments));
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(2);
        } catch (Exception e) {
            LOG.error("could not start", e);
            System.exit(1);
        }
    }

    private static void run(Settings settings) throws Exception {
        EmbeddedParts parts = new EmbeddedParts(settings);
        Runtime.getRuntime().addShutdownHook(new Thread(parts::close, "stop"));
        if (settings.exitWithParent()) {
            start(EmbeddedServer::exitAtEndOfInput);
        }
        Endpoints endpoints = parts.start();
        if (settings.servers().contains(Server.DATABASE)) {
            exitWhenDatabaseEnds(settings, parts);
        }
        System.out.println("READY kafka=" + endpoints.kafkaBootstrap() + " s3="
                + endpoints.store().endpoint() + " postgres="
                + endpoints.database().url());
        // A database server is a process apart: nothing else would keep a JVM that holds it alone.
        new CountDownLatch(1).await();
    }

    /** A parent that ends, however it does, closes its end of the pipe that is this process's input. */
    private static void exitAtEndOfInput() {
        try (InputStream input = System.in) {
            input.transferTo(java.io.OutputStream.nullOutputStream());
        } catch (IOException e) {
            LOG.warn("standard input is broken: taken for the parent's end", e);
        }
        System.exit(0);
    }

    /** Half a system helps nobody: whoever watches this process sees it end and starts it anew. */
    private static void exitWhenDatabaseEnds(Settings settings, EmbeddedParts parts) {
        ProcessHandle database = Postmaster.of(Postmaster.cluster(settings.data()))
                .orElseThrow(() -> new IllegalStateException("the database server ended right after its start"));
        start(() -> {
            database.onExit().join();
            if (!parts.closing()) {
                LOG.error("the database server ended: stopping the other parts too");
                System.exit(1);
            }
        });
    }

    private static void start(Runnable task) {
        Thread thread = new Thread(task, "end");
        thread.setDaemon(true);
        thread.start();
    }
}
