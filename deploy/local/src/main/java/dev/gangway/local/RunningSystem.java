package dev.gangway.local;

import dev.gangway.local.process.Listener;
import dev.gangway.local.process.LocalSystem;
import dev.gangway.local.process.PartStatus;
import dev.gangway.local.process.Selection;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * The whole system for as long as a command needs it: brought up before, and taken down after unless it ran before.
 *
 * @param system the system
 * @param layout the workers and ports that the user asked for
 * @param keep whether it is left running in any case
 */
record RunningSystem(LocalSystem system, LayoutOptions layout, boolean keep) {

    private static final Duration READY_WITHIN = Duration.ofMinutes(2);

    /** What a command does with the system. */
    @FunctionalInterface
    interface Work<T> {

        /** Does it at the gateway. */
        T at(URI gateway) throws IOException;
    }

    /** Does {@code work}; {@code progress} is told what starts and stops. */
    <T> T with(Consumer<String> progress, Work<T> work) throws IOException {
        boolean ranBefore = system.status().stream().allMatch(part -> part.state() == PartStatus.State.READY);
        system.up(Selection.EVERYTHING, layout.chosen(), READY_WITHIN, progress);
        try {
            return work.at(URI.create("http://127.0.0.1:" + system.layout().port(Listener.GATEWAY)));
        } finally {
            if (!keep && !ranBefore) {
                system.down(Selection.EVERYTHING, progress);
            } else if (keep) {
                progress.accept("left running, until `gangway down`:");
                Addresses.of(system, Selection.EVERYTHING).forEach(progress);
            }
        }
    }
}
