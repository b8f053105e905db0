package dev.gangway.local.process;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * Starts again what died, until nothing is wanted any more. A part that dies again and again is started ever later, and left alone after
 * {@link Restarts#MOST} deaths in a row: what is broken then needs somebody, and its log should not turn over.
 */
final class Watch {

    private final Parts parts;
    private final Pause pause;
    private final Consumer<String> progress;
    private final Map<Part, Restarts> restarts = new HashMap<>();

    Watch(Parts parts, Pause pause, Consumer<String> progress) {
        this.parts = parts;
        this.pause = pause;
        this.progress = progress;
    }

    /** Returns when nothing is left to look after, with the parts that it gave up: none when everything was stopped. */
    Set<Part> run() {
        Set<Part> givenUp = new TreeSet<>();
        Set<Part> wanted = parts.wanted();
        while (!givenUp.containsAll(wanted)) {
            wanted.stream()
                    .filter(part -> !givenUp.contains(part))
                    .filter(this::isLost)
                    .forEach(givenUp::add);
            pause.take(Restarts.LOOKS_EVERY);
            wanted = parts.wanted();
        }
        givenUp.retainAll(wanted);
        return givenUp;
    }

    /** Looks at a part, starts it where it has to be, and tells whether it is given up. */
    private boolean isLost(Part part) {
        Restarts history = restarts.computeIfAbsent(part, any -> new Restarts());
        if (parts.runs(part)) {
            history.runs();
            return false;
        }
        return switch (history.isMissing()) {
            case WAIT -> false;
            case START -> {
                progress.accept(part + " ended and is started again");
                restart(part);
                yield false;
            }
            case GIVE_UP -> {
                progress.accept(
                        part + " ended again and again and is left alone; `gangway logs " + part + "` says why");
                yield true;
            }
        };
    }

    private void restart(Part part) {
        try {
            parts.start(part);
        } catch (GangwayException e) {
            progress.accept(e.getMessage());
        } catch (RuntimeException e) {
            // Nobody thought of it, but it may be over at the next look, as a system's want of memory for a process is.
            progress.accept(part + " could not be started: " + e);
        }
    }

    /** What is watched. */
    interface Parts {

        /** Those that nobody has stopped, in the order in which they depend on each other. */
        Set<Part> wanted();

        /** Whether there is a process of it. */
        boolean runs(Part part);

        /** Starts it unless it was stopped meanwhile, and waits until it is ready; a {@link GangwayException} when it fails. */
        void start(Part part);
    }

    /** Lets time pass. */
    @FunctionalInterface
    interface Pause {
        void take(Duration length);
    }
}
