package dev.gangway.embedded;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Ports of the loopback address for servers that stop and come back on them. They lie below those that a system gives to outgoing
 * connections, or one of these could have the port in the meantime.
 */
public final class FreePort {

    private static final int LOWEST = 20_000;
    private static final int COUNT = 12_000;
    /** Two processes that look at the same time hardly begin at the same place. */
    private static final int APART = 97;

    private static final AtomicInteger NEXT =
            new AtomicInteger((int) (ProcessHandle.current().pid() * APART % COUNT));

    private FreePort() {}

    /**
     * A port that nobody listens on now; another one at each call.
     *
     * @throws IOException when none is free
     */
    public static int find() throws IOException {
        BindException taken = null;
        for (int tried = 0; tried < COUNT; tried++) {
            int port = LOWEST + Math.floorMod(NEXT.getAndIncrement(), COUNT);
            try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return socket.getLocalPort();
            } catch (BindException e) {
                taken = e;
            }
        }
        throw new IOException("no port from " + LOWEST + " to " + (LOWEST + COUNT - 1) + " is free", taken);
    }
}
