package dev.gangway.local.process;

import java.time.Duration;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Parts of a system as a {@link Watch} sees them.
 *
 * @param system whose
 * @param selection which
 * @param within how long each may take to be ready
 * @param progress is told what happens
 */
record WatchedParts(LocalSystem system, Selection selection, Duration within, Consumer<String> progress)
        implements Watch.Parts {

    @Override
    public Set<Part> wanted() {
        return system.notStopped(selection);
    }

    @Override
    public boolean runs(Part part) {
        return new RunningParts(system.home()).find(part).isPresent();
    }

    @Override
    public void start(Part part) {
        system.restart(part, within, progress);
    }
}
