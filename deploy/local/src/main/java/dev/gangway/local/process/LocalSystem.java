package dev.gangway.local.process;

import dev.gangway.embedded.Endpoints;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** All parts of one home: started, looked at and stopped together. */
public final class LocalSystem {

    private final Home home;
    private final EmbeddedPart embedded;
    private final List<ServicePart> services;

    /** The system that keeps its data in {@code home} and is started from what is built in {@code checkout}. */
    public LocalSystem(Home home, Checkout checkout) {
        this.home = home;
        this.embedded = new EmbeddedPart(home, checkout);
        this.services = Arrays.stream(Service.values())
                .map(service -> new ServicePart(service, home, checkout, embedded))
                .toList();
    }

    /**
     * Starts those of {@code wanted} that do not run, and the embedded parts in any case, and waits until all of them are
     * ready. What runs is left alone. When a part fails, what this call started is stopped again.
     *
     * @param others ports other than those remembered; remembered from then on
     * @param within how long each part may take
     * @param progress is told what happens, a line at a time
     * @throws GangwayException with the reason, for the user
     */
    public void up(Set<Part> wanted, Map<Listener, Integer> others, Duration within, Consumer<String> progress) {
        home.create();
        CommandLock.holding(home.lock(), progress, () -> {
            embedded.clearWhatWasLeftBehind();
            Ports ports = portsWith(others, wanted);
            new Start(ports, within, progress).run(embedded, services(wanted));
        });
    }

    /** Stops those of {@code unwanted} that run, the services before what they need; returns when nothing of them is left. */
    public void down(Set<Part> unwanted, Consumer<String> progress) {
        home.create();
        CommandLock.holding(home.lock(), progress, () -> {
            services(unwanted).parallelStream().forEach(service -> stop(service, progress));
            if (unwanted.contains(Part.EMBEDDED)) {
                stop(embedded, progress);
            }
        });
    }

    /** What is seen of each part. */
    public List<PartStatus> status() {
        Ports ports = ports();
        return parts().parallel().map(part -> part.status(ports)).toList();
    }

    /** The ports in use. */
    public Ports ports() {
        try {
            return Ports.load(home.ports());
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

    /** What {@code part} writes. */
    public LogFile log(Part part) {
        return parts().filter(candidate -> candidate.part() == part)
                .findFirst()
                .orElseThrow()
                .log();
    }

    private Ports portsWith(Map<Listener, Integer> others, Set<Part> wanted) {
        Ports before = ports();
        Ports after = before.with(others);
        PortCheck check = new PortCheck(running());
        check.requireNoMove(before, after);
        check.requireFree(after, wanted);
        try {
            after.save(home.ports());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return after;
    }

    private Set<Part> running() {
        Set<Part> running = EnumSet.noneOf(Part.class);
        parts().filter(part -> part.find().isPresent()).forEach(part -> running.add(part.part()));
        return running;
    }

    private Stream<PartProcess> parts() {
        return Stream.concat(Stream.of(embedded), services.stream());
    }

    private List<ServicePart> services(Set<Part> chosen) {
        return services.stream()
                .filter(service -> chosen.contains(service.part()))
                .toList();
    }

    private static void stop(PartProcess part, Consumer<String> progress) {
        switch (part.stop()) {
            case IN_ORDER -> progress.accept(part.part() + " stopped");
            case KILLED -> progress.accept(part.part() + " did not stop in time and was killed");
            case NOTHING_RAN -> {}
        }
    }
}
