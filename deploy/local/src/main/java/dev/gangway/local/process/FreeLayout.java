package dev.gangway.local.process;

import dev.gangway.embedded.FreePort;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.EnumMap;
import java.util.Map;

/** Layouts whose ports are free when they are taken. */
public final class FreeLayout {

    private FreeLayout() {}

    /** A system with so many trainers and completion workers. */
    public static Layout with(int trainers, int completionWorkers) {
        Map<Role, Integer> workers = Map.of(Role.TRAINER, trainers, Role.COMPLETION, completionWorkers);
        Layout layout;
        do {
            layout = new Layout(onePortEach(), workers);
        } while (!layout.allPorts().stream().allMatch(FreeLayout::isFree));
        return layout;
    }

    /** A system with one process of each kind. */
    public static Layout take() {
        return with(1, 1);
    }

    /** What a system has to be told to get {@code layout}. */
    public static LayoutChange change(Layout layout) {
        return new LayoutChange(layout.ports(), layout.workers());
    }

    private static Map<Listener, Integer> onePortEach() {
        Map<Listener, Integer> ports = new EnumMap<>(Listener.class);
        try {
            for (Listener listener : Listener.values()) {
                ports.put(listener, FreePort.find());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return ports;
    }

    private static boolean isFree(Port port) {
        try (ServerSocket socket = new ServerSocket(port.number(), 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }
}
