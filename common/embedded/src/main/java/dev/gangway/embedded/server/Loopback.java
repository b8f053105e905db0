package dev.gangway.embedded.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** The only address that anything here binds to. */
final class Loopback {

    static final String ADDRESS = "127.0.0.1";

    private Loopback() {}

    /** {@code port}, or one that is free now when it is 0. */
    static int portOrFree(int port) throws IOException {
        if (port != 0) {
            return port;
        }
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
