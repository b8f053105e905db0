package dev.gangway.local.process;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Finds out whether the system can have its ports before anything is started, so that nothing is left half started.
 *
 * @param running the parts that run, whose ports they hold themselves
 */
record PortCheck(Set<Part> running) {

    private static final Duration LET_GO_WITHIN = Duration.ofSeconds(3);
    private static final Duration LOOK = Duration.ofMillis(50);

    PortCheck {
        running = Set.copyOf(running);
    }

    /** Throws a {@link GangwayException} that names each port which a part to be started needs and another program has. */
    void requireFree(Layout layout, Collection<Part> wanted) {
        refuse(layout, port -> isToBeOpened(port, wanted) && !isFree(port.number()), PortCheck::taken);
    }

    /** Throws a {@link GangwayException} when a running part, or what it is connected to, would have to move or to go. */
    void requireNoMove(Layout before, Layout after) {
        List<Port> staying = after.allPorts();
        refuse(before, port -> isInUse(port) && !staying.contains(port), port -> moved(port, after));
    }

    private boolean isToBeOpened(Port port, Collection<Part> wanted) {
        return (port.part().equals(Part.EMBEDDED) || wanted.contains(port.part())) && !running.contains(port.part());
    }

    /** The services are told at their start where the embedded parts are. */
    private boolean isInUse(Port port) {
        return port.part().equals(Part.EMBEDDED) ? !running.isEmpty() : running.contains(port.part());
    }

    private static String taken(Port port) {
        String further = port.part().ordinal() == 1 ? "" : ", from which the ports of further workers follow";
        return "port " + port.number() + ", meant for " + port.description()
                + ", is taken by another program: stop that, or choose another port with " + port.option() + " N"
                + further;
    }

    private static String moved(Port port, Layout after) {
        Part part = port.part();
        return after.parts().contains(part)
                ? port.description() + " is in use on port " + port.number() + ": run `gangway down` before "
                        + port.option() + " " + after.port(port.listener())
                : port.description() + " runs: run `gangway down " + part + "` before "
                        + part.role().option() + " " + after.workers().get(part.role());
    }

    private static void refuse(Layout layout, Predicate<Port> condition, Function<Port, String> message) {
        String messages =
                layout.allPorts().stream().filter(condition).map(message).collect(Collectors.joining("\n"));
        if (!messages.isEmpty()) {
            throw new GangwayException(messages);
        }
    }

    /** Whether the port is free, or soon is: a process that was killed holds its ports until its memory is cleared away. */
    private static boolean isFree(int port) {
        long deadline = System.nanoTime() + LET_GO_WITHIN.toNanos();
        while (!isFreeNow(port)) {
            if (System.nanoTime() > deadline || !waited()) {
                return false;
            }
        }
        return true;
    }

    private static boolean waited() {
        try {
            Thread.sleep(LOOK.toMillis());
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static boolean isFreeNow(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            // A connection of an earlier life that is still fading away does not take the port.
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
