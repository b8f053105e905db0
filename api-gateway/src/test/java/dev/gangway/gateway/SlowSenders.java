package dev.gangway.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** Clients who begin requests, and send a byte more every two seconds. */
final class SlowSenders implements AutoCloseable {

    private static final long PAUSE_SECONDS = 2;
    private static final int ANSWER_BYTES = 4096;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final List<SocketChannel> connections = new ArrayList<>();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor();

    /** One of them for each beginning of a request. */
    SlowSenders(URI gateway, List<String> beginnings) {
        beginnings.forEach(beginning -> connections.add(begin(gateway, beginning)));
        ScheduledFuture<?> unused = thread.scheduleWithFixedDelay(
                () -> connections.forEach(connection -> send(connection, "x")), 0, PAUSE_SECONDS, TimeUnit.SECONDS);
    }

    /** Waits until every one of them was answered; gives the answers. */
    List<String> answers() {
        List<StringBuilder> heard = new ArrayList<>();
        connections.forEach(connection -> heard.add(new StringBuilder()));
        await().atMost(PATIENCE).until(() -> {
            for (int i = 0; i < connections.size(); i++) {
                heard.get(i).append(read(connections.get(i)));
            }
            return heard.stream().allMatch(text -> text.indexOf("}") > 0);
        });
        return heard.stream().map(StringBuilder::toString).toList();
    }

    /** Waits until every one of them was hung up on; nobody said anything to them. */
    void areHungUpOn() {
        await().atMost(PATIENCE).until(() -> connections.stream().allMatch(SlowSenders::hasEnded));
    }

    /** All of them vanish. */
    @Override
    public void close() {
        thread.shutdownNow();
        for (SocketChannel connection : connections) {
            try {
                connection.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static SocketChannel begin(URI gateway, String head) {
        try {
            SocketChannel connection = SocketChannel.open(new InetSocketAddress(gateway.getHost(), gateway.getPort()));
            connection.configureBlocking(false);
            send(connection, head);
            return connection;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void send(SocketChannel connection, String text) {
        try {
            int unused = connection.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII)));
        } catch (IOException e) {
            // The gateway has hung up; what it said before can still be read.
        }
    }

    private static boolean hasEnded(SocketChannel connection) {
        try {
            int read = connection.read(ByteBuffer.allocate(ANSWER_BYTES));
            assertThat(read).isNotPositive();
            return read < 0;
        } catch (IOException e) {
            return true;
        }
    }

    private static String read(SocketChannel connection) {
        ByteBuffer answer = ByteBuffer.allocate(ANSWER_BYTES);
        try {
            int unused = connection.read(answer);
        } catch (IOException e) {
            return "";
        }
        return new String(answer.array(), 0, answer.position(), StandardCharsets.US_ASCII);
    }
}
