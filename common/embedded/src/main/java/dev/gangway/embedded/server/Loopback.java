package dev.gangway.embedded.server;

import dev.gangway.embedded.FreePort;
import java.io.IOException;

/** The only address that anything here binds to. */
final class Loopback {

    static final String ADDRESS = "127.0.0.1";

    private Loopback() {}

    /** {@code port}, or one that is free now when it is 0. */
    static int portOrFree(int port) throws IOException {
        return port == 0 ? FreePort.find() : port;
    }
}
