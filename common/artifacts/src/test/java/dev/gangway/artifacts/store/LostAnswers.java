package dev.gangway.artifacts.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** A line to the shared store on which the answers to some conditional writes are lost: these are done, and nobody hears of it. */
public final class LostAnswers implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(LostAnswers.class.getName());

    private final URI store = RealStore.settings().endpoint();
    private final ServerSocket line;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final AtomicInteger toLose;
    private final boolean deadAfterwards;
    private volatile boolean dead;

    /**
     * Opens the line.
     *
     * @param answers how many answers are lost
     * @param deadAfterwards whether nothing goes through any more after the first
     */
    public LostAnswers(int answers, boolean deadAfterwards) {
        this.toLose = new AtomicInteger(answers);
        this.deadAfterwards = deadAfterwards;
        try {
            line = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        threads.execute(this::accept);
    }

    /** The store at the end of the line. */
    public ObjectStore open() {
        StoreSettings right = RealStore.settings();
        return ObjectStore.open(new StoreSettings(
                URI.create("http://127.0.0.1:" + line.getLocalPort()),
                right.accessKey(),
                right.secretKey(),
                right.bucket(),
                right.region()));
    }

    /** How many answers are still to be lost. */
    public int left() {
        return toLose.get();
    }

    @Override
    public void close() throws IOException {
        line.close();
        threads.shutdown();
    }

    private void accept() {
        try {
            while (true) {
                Socket client = line.accept();
                threads.execute(() -> connect(client));
            }
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "the line is closed", e);
        }
    }

    /** Each side's end ends the other. */
    private void connect(Socket client) {
        try (client;
                Socket server = new Socket(store.getHost(), store.getPort())) {
            Exchange exchange = new Exchange();
            threads.execute(() -> pass(client, server, exchange::asked));
            pass(server, client, exchange::answered);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is said on one connection. */
    private final class Exchange {

        private volatile boolean conditionalWrite;

        boolean asked(String said) {
            if (said.startsWith("PUT ")) {
                conditionalWrite = said.contains("If-None-Match: ") || said.contains("If-Match: ");
            } else if (said.startsWith("HEAD ") || said.startsWith("GET ")) {
                conditionalWrite = false;
            }
            return !dead;
        }

        boolean answered(String said) {
            if (conditionalWrite && toLose.getAndUpdate(left -> Math.max(left - 1, 0)) > 0) {
                dead = deadAfterwards;
                return false;
            }
            return !dead;
        }
    }

    private interface Listener {

        /** Whether what was said is passed on. */
        boolean hear(String said);
    }

    private static void pass(Socket from, Socket to, Listener listener) {
        byte[] buffer = new byte[1 << 16];
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            int count = in.read(buffer);
            while (count >= 0 && listener.hear(new String(buffer, 0, count, StandardCharsets.ISO_8859_1))) {
                out.write(buffer, 0, count);
                count = in.read(buffer);
            }
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "one of both has hung up, and the other hears of it", e);
        }
    }
}
