package dev.gangway.gateway.notification;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/** Somebody on this machine who is told of jobs, and answers as a test wants. */
public final class Receiver implements AutoCloseable {

    private static final int PATIENCE_SECONDS = 20;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Queue<Integer> answers = new ConcurrentLinkedQueue<>();
    private final BlockingQueue<Letter> letters = new LinkedBlockingQueue<>();
    private final CountDownLatch released;
    private volatile int usual = 204;
    private volatile String retryAfter;

    /** What arrived. */
    record Letter(String event, int attempt, long timestamp, String signature, String contentType, byte[] body) {}

    private Receiver(CountDownLatch released) {
        this.released = released;
        try {
            this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::receive);
        server.setExecutor(threads);
        server.start();
    }

    /** One who answers at once. */
    public static Receiver open() {
        return new Receiver(new CountDownLatch(0));
    }

    /** One who does not answer before {@code released} is counted down. */
    static Receiver silentUntil(CountDownLatch released) {
        return new Receiver(released);
    }

    /** Answers the next events with these statuses, one each. */
    Receiver answering(int... statuses) {
        IntStream.of(statuses).forEach(answers::add);
        return this;
    }

    /** Answers all other events with this status. */
    Receiver alwaysAnswering(int status) {
        usual = status;
        return this;
    }

    /** Asks with every answer to be left alone for so long. */
    Receiver askingToRetryAfter(String header) {
        retryAfter = header;
        return this;
    }

    int port() {
        return server.getAddress().getPort();
    }

    public String url() {
        return "http://127.0.0.1:" + port() + "/hook";
    }

    /** Waits for the next event. */
    Letter next() {
        try {
            Letter letter = letters.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            assertThat(letter).as("an event has arrived").isNotNull();
            return letter;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Waits for this many events. */
    List<Letter> next(int count) {
        List<Letter> found = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            found.add(next());
        }
        return found;
    }

    /** The events that have arrived and were not asked for. */
    List<Letter> unread() {
        return List.copyOf(letters);
    }

    @Override
    public void close() {
        released.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    private void receive(HttpExchange exchange) throws IOException {
        var headers = exchange.getRequestHeaders();
        letters.add(new Letter(
                headers.getFirst("Gangway-Event-Id"),
                Integer.parseInt(headers.getFirst("Gangway-Attempt")),
                Long.parseLong(headers.getFirst("Gangway-Timestamp")),
                headers.getFirst("Gangway-Signature"),
                headers.getFirst("Content-Type"),
                exchange.getRequestBody().readAllBytes()));
        try {
            released.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Integer scripted = answers.poll();
        exchange.getResponseHeaders().add("Location", url() + "/elsewhere");
        if (retryAfter != null) {
            exchange.getResponseHeaders().add("Retry-After", retryAfter);
        }
        exchange.sendResponseHeaders(scripted == null ? usual : scripted, -1);
        exchange.close();
    }
}
