package dev.gangway.local.process;

import dev.gangway.embedded.Endpoints;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** All parts of one home: started, looked at and stopped together. */
public final class LocalSystem {

    private final Home home;
    private final Checkout checkout;
    private final EmbeddedPart embedded;
    private final StoppedParts stopped;

    /** The system that keeps its data in {@code home} and is started from what is built in {@code checkout}. */
    public LocalSystem(Home home, Checkout checkout) {
        this.home = home;
        this.checkout = checkout;
        this.embedded = new EmbeddedPart(home, checkout);
        this.stopped = new StoppedParts(home.stopped());
    }

    /**
     * Starts those of {@code wanted} that do not run, and the embedded parts in any case, and waits until all of them are
     * ready. What runs is left alone. When a part fails, what this call started is stopped again.
     *
     * @param change what is to be otherwise than remembered; remembered from then on
     * @param within how long each part may take
     * @param progress is told what happens, a line at a time
     * @throws GangwayException with the reason, for the user
     */
    public void up(Selection wanted, LayoutChange change, Duration within, Consumer<String> progress) {
        home.create();
        CommandLock.holding(home.lock(), progress, () -> {
            embedded.clearWhatWasLeftBehind();
            Layout layout = changed(change, wanted);
            stopped.remove(withEmbedded(wanted.in(layout)));
            new Start(layout, within, progress).run(embedded, services(wanted.in(layout)));
        });
    }

    /** Stops those of {@code unwanted} that run, the services before what they need; returns when nothing of them is left. */
    public void down(Selection unwanted, Consumer<String> progress) {
        home.create();
        CommandLock.holding(home.lock(), progress, () -> {
            stopped.add(unwanted.in(layout()));
            services(unwanted.in(layout())).parallelStream().forEach(service -> stop(service, progress));
            if (unwanted.contains(Part.EMBEDDED)) {
                stop(embedded, progress);
            }
        });
    }

    /**
     * Starts those of {@code wanted} again that die, until all of them were stopped by {@link #down}, and writes down what it did.
     *
     * @return the parts that died too often in a row and were given up
     * @throws GangwayException when somebody else watches here
     */
    public Set<Part> watch(Selection wanted, Duration within, Consumer<String> progress) {
        return new WatchLock(home.watchLock()).holding(() -> {
            WatchLog log = WatchLog.begin(watchLog(), Clock.systemUTC(), progress);
            return new Watch(new WatchedParts(this, wanted, within, log), LocalSystem::pause, log).run();
        });
    }

    /** What the last watch did. */
    public LogFile watchLog() {
        return new LogFile(home.watchLog());
    }

    /** Whether somebody watches. */
    public boolean isWatched() {
        return new WatchLock(home.watchLock()).isHeld();
    }

    /** Starts {@code part} unless somebody stopped it or started it meanwhile. */
    void restart(Part part, Duration within, Consumer<String> progress) {
        CommandLock.holding(home.lock(), progress, () -> {
            if (!stopped.read().contains(part)) {
                embedded.clearWhatWasLeftBehind();
                new Start(layout(), within, progress).run(embedded, services(List.of(part)));
            }
        });
    }

    /** Those of {@code wanted} that nobody has stopped; with the embedded parts, which all others need. */
    Set<Part> notStopped(Selection wanted) {
        Set<Part> parts = new TreeSet<>(withEmbedded(wanted.in(layout())));
        parts.removeAll(stopped.read());
        return parts;
    }

    private static void pause(Duration length) {
        try {
            TimeUnit.NANOSECONDS.sleep(length.toNanos());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new GangwayException("interrupted", e);
        }
    }

    private static List<Part> withEmbedded(List<Part> parts) {
        return Stream.concat(Stream.of(Part.EMBEDDED), parts.stream())
                .distinct()
                .toList();
    }

    /** What is seen of each part. */
    public List<PartStatus> status() {
        Layout layout = layout();
        return parts(layout).parallelStream().map(part -> part.status(layout)).toList();
    }

    /** Which parts there are, and where they listen. */
    public Layout layout() {
        try {
            return Layout.load(home.layout());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where broker, store and database answer; they have to be ready. */
    public Endpoints endpoints() {
        return embedded.endpoints();
    }

    /** The home. */
    public Home home() {
        return home;
    }

    /** What {@code part} writes; a {@link GangwayException} when there is no such part here. */
    public LogFile log(Part part) {
        Selection.of(part).in(layout());
        return process(part).log();
    }

    private Layout changed(LayoutChange change, Selection wanted) {
        Layout before = layout();
        Layout after = before.with(change);
        PortCheck check = new PortCheck(new RunningParts(home).of(before));
        check.requireNoMove(before, after);
        check.requireFree(after, wanted.in(after));
        try {
            after.save(home.layout());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return after;
    }

    private List<PartProcess> parts(Layout layout) {
        return layout.parts().stream().map(this::process).toList();
    }

    private List<ServicePart> services(List<Part> chosen) {
        return chosen.stream()
                .filter(part -> !part.equals(Part.EMBEDDED))
                .map(part -> new ServicePart(part, home, checkout, embedded))
                .toList();
    }

    private PartProcess process(Part part) {
        return part.equals(Part.EMBEDDED) ? embedded : new ServicePart(part, home, checkout, embedded);
    }

    private static void stop(PartProcess part, Consumer<String> progress) {
        switch (part.stop()) {
            case IN_ORDER -> progress.accept(part.part() + " stopped");
            case KILLED -> progress.accept(part.part() + " did not stop in time and was killed");
            case NOTHING_RAN -> {}
        }
    }
}
