package dev.gangway.torture.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;

/** One connection through a relay, carried both ways. */
final class Link {

    private static final int BLOCK = 1 << 14;

    private final Socket client;
    private final Socket server = new Socket();
    private final Relay relay;

    Link(Socket client, Relay relay) {
        this.client = client;
        this.relay = relay;
    }

    /** Runs {@code task} on a thread that keeps nobody from ending. */
    static Thread inBackground(Runnable task) {
        Thread thread = new Thread(task, "relay");
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    /** Connects to {@code target}, and carries until both sides have ended, or one breaks. */
    void carry(InetSocketAddress target) {
        try {
            relay.awaitPassage();
            client.setTcpNoDelay(true);
            server.setTcpNoDelay(true);
            server.connect(target);
            Thread back = inBackground(() -> carry(server, client));
            carry(client, server);
            back.join();
        } catch (IOException e) {
            // Nobody listens there, or it was reset while it waited: the client sees the end of its connection.
            reset();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            close();
        }
    }

    /** Ends it as a machine does that knows of no such connection. */
    void reset() {
        try {
            client.setSoLinger(true, 0);
            server.setSoLinger(true, 0);
        } catch (IOException e) {
            // It has ended already.
            close();
        }
        close();
    }

    private void carry(Socket from, Socket to) {
        byte[] block = new byte[BLOCK];
        try {
            for (int read = from.getInputStream().read(block);
                    read >= 0;
                    read = from.getInputStream().read(block)) {
                relay.awaitPassage();
                to.getOutputStream().write(block, 0, read);
            }
            relay.awaitPassage();
            to.shutdownOutput();
        } catch (IOException e) {
            reset();
        }
    }

    private void close() {
        try {
            client.close();
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
