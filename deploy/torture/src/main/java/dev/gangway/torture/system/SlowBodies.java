package dev.gangway.torture.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** Clients on this machine who begin requests, and send a byte of their bodies every two seconds. */
final class SlowBodies implements AutoCloseable {

    private static final long PAUSE_SECONDS = 2;
    private static final String HEAD =
            "POST /v1/%s HTTP/1.1\r\nHost: gateway\r\nContent-Type: %s\r\nContent-Length: 100000\r\n\r\n";
    private static final List<String> HEADS = List.of(
            String.format(Locale.ROOT, HEAD, "uploads", "application/zip"),
            String.format(Locale.ROOT, HEAD, "training-jobs", "application/json"));
    private static final ByteBuffer BYTE = ByteBuffer.wrap(new byte[] {'['}).asReadOnlyBuffer();

    private final List<SocketChannel> connections = new ArrayList<>();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor();

    /** As many of {@code count} as the gateway lets in; none when it is down. */
    SlowBodies(URI gateway, int count) {
        for (int i = 0; i < count; i++) {
            begin(gateway, HEADS.get(i % HEADS.size()));
        }
        ScheduledFuture<?> unused = thread.scheduleWithFixedDelay(this::send, 0, PAUSE_SECONDS, TimeUnit.SECONDS);
    }

    /** How many there are. */
    int open() {
        return connections.size();
    }

    private void begin(URI gateway, String head) {
        try {
            SocketChannel connection = SocketChannel.open(new InetSocketAddress(gateway.getHost(), gateway.getPort()));
            connections.add(connection);
            connection.configureBlocking(false);
            write(connection, ByteBuffer.wrap(head.getBytes(StandardCharsets.US_ASCII)));
        } catch (IOException e) {
            // The gateway is down just now.
        }
    }

    private void send() {
        connections.forEach(connection -> {
            try {
                write(connection, BYTE.duplicate());
            } catch (IOException e) {
                // The gateway has hung up on this one.
            }
        });
    }

    private static void write(SocketChannel connection, ByteBuffer bytes) throws IOException {
        int unused = connection.write(bytes);
    }

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
}
