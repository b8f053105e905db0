package dev.gangway.local.process;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Arrays;
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
    void requireFree(Ports ports, Set<Part> wanted) {
        refuse(
                listener -> (listener.part() == Part.EMBEDDED || wanted.contains(listener.part()))
                        && !running.contains(listener.part())
                        && !isFree(ports.of(listener)),
                listener -> "port " + ports.of(listener) + ", meant for " + listener.description()
                        + ", is taken by another program: stop that, or choose another port with " + listener.option()
                        + " N");
    }

    /** Throws a {@link GangwayException} when a running part, or what it is connected to, would have to move to another port. */
    void requireNoMove(Ports before, Ports after) {
        refuse(
                listener -> before.of(listener) != after.of(listener) && isInUse(listener),
                listener -> listener.description() + " is in use on port " + before.of(listener)
                        + ": run `gangway down` before " + listener.option() + " " + after.of(listener));
    }

    /** The services are told at their start where the embedded parts are. */
    private boolean isInUse(Listener listener) {
        return listener.part() == Part.EMBEDDED ? !running.isEmpty() : running.contains(listener.part());
    }

    private static void refuse(Predicate<Listener> condition, Function<Listener, String> message) {
        String messages =
                Arrays.stream(Listener.values()).filter(condition).map(message).collect(Collectors.joining("\n"));
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
