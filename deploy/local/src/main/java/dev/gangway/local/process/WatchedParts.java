package dev.gangway.local.process;

import dev.gangway.embedded.RunningProcess;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Parts of a system as a {@link Watch} sees them. */
final class WatchedParts implements Watch.Parts {

    private final LocalSystem system;
    private final Selection selection;
    private final Duration within;
    private final Consumer<String> progress;
    private final Map<Part, Pulse> pulses = new HashMap<>();

    /**
     * Those of {@code system} that are selected.
     *
     * @param within how long each may take to be ready
     * @param progress is told what happens
     */
    WatchedParts(LocalSystem system, Selection selection, Duration within, Consumer<String> progress) {
        this.system = system;
        this.selection = selection;
        this.within = within;
        this.progress = progress;
    }

    @Override
    public Set<Part> wanted() {
        return system.notStopped(selection);
    }

    @Override
    public boolean runs(Part part) {
        Optional<RunningProcess> process = new RunningParts(system.home()).find(part);
        if (process.isEmpty()) {
            pulses.remove(part);
            return false;
        }
        if (part.equals(Part.EMBEDDED) || !isGone(part)) {
            return true;
        }
        progress.accept(part + " runs, but has not been alive for a minute, and is killed");
        process.get().kill();
        pulses.remove(part);
        return false;
    }

    private boolean isGone(Part part) {
        URI address = URI.create("http://127.0.0.1:" + system.layout().port(part));
        return pulses.computeIfAbsent(part, any -> new Pulse()).isGone(() -> Readiness.lives(address));
    }

    @Override
    public void start(Part part) {
        system.restart(part, within, progress);
    }
}
