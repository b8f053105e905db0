package dev.gangway.local.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Ports that are free when they are taken. */
public final class FreePorts {

    private FreePorts() {}

    /** One for each listener. */
    public static Ports take() {
        Map<Listener, Integer> numbers = new EnumMap<>(Listener.class);
        List<ServerSocket> sockets = new ArrayList<>();
        try {
            for (Listener listener : Listener.values()) {
                ServerSocket socket = new ServerSocket(0);
                sockets.add(socket);
                numbers.put(listener, socket.getLocalPort());
            }
            for (ServerSocket socket : sockets) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Ports(numbers);
    }
}
