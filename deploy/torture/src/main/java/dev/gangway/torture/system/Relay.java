package dev.gangway.torture.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.HashSet;
import java.util.Set;

/**
 * Carries connections on to a port of the loopback address until it is cut. What is connected then stands still without an end, and so
 * does whoever connects, as if packets were dropped on their way.
 */
final class Relay implements AutoCloseable {

    private final ServerSocket entrance;
    private final InetSocketAddress target;
    private final Set<Link> links = new HashSet<>();
    private boolean cut;

    private Relay(ServerSocket entrance, InetSocketAddress target) {
        this.entrance = entrance;
        this.target = target;
    }

    /** A relay on a free port to {@code port}, where somebody may or may not listen. */
    static Relay to(int port) {
        InetAddress loopback = InetAddress.getLoopbackAddress();
        try {
            Relay relay = new Relay(new ServerSocket(0, 50, loopback), new InetSocketAddress(loopback, port));
            Link.inBackground(relay::admitUntilClosed);
            return relay;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where it listens. */
    int port() {
        return entrance.getLocalPort();
    }

    /** From now on nothing passes. */
    synchronized void cut() {
        cut = true;
    }

    /** Resets every connection there is, and lets new ones pass. */
    synchronized void mend() {
        links.forEach(Link::reset);
        links.clear();
        cut = false;
        notifyAll();
    }

    /** Waits while it is cut. */
    synchronized void awaitPassage() throws IOException {
        try {
            while (cut) {
                wait();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    /** Ends every connection, and listens no more. */
    @Override
    public void close() {
        try {
            entrance.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        mend();
    }

    private void admitUntilClosed() {
        while (!entrance.isClosed()) {
            try {
                admit(new Link(entrance.accept(), this));
            } catch (IOException e) {
                // Somebody left before he was let in, or it was closed: the loop asks.
            }
        }
    }

    private void admit(Link link) {
        synchronized (this) {
            links.add(link);
        }
        Link.inBackground(() -> {
            link.carry(target);
            synchronized (this) {
                links.remove(link);
            }
        });
    }
}
