package dev.gangway.torture.system;

import dev.gangway.embedded.Endpoints;
import dev.gangway.embedded.Server;
import dev.gangway.local.process.Checkout;
import dev.gangway.local.process.FreeLayout;
import dev.gangway.local.process.Home;
import dev.gangway.local.process.Layout;
import dev.gangway.local.process.Listener;
import dev.gangway.local.process.Part;
import dev.gangway.torture.fault.Fault;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * The whole system as processes of their own on free ports of the loopback address: broker, store, database, gateway, two trainers and two
 * completion workers. A service that ends by itself is started again, as a cluster would.
 */
public final class TorturedSystem implements AutoCloseable {

    /** How long a claim lasts here. */
    public static final Duration LEASE = Duration.ofSeconds(4);

    private static final int WORKERS_OF_A_KIND = 2;
    private static final Duration UP_WITHIN = Duration.ofMinutes(3);
    private static final Duration LOOK = Duration.ofMillis(500);
    private static final Duration NOTICED_WITHIN = Duration.ofSeconds(2);
    private static final int OK = 200;
    private static final int NO_ANSWER = 0;

    private static final Map<String, String> SETTINGS = Map.ofEntries(
            Map.entry("GANGWAY_WORKER_LEASE", LEASE.toSeconds() + "s"),
            Map.entry("GANGWAY_COMPLETION_IMAGES_PER_TASK", "4"),
            // Ready sooner: processes live for seconds here, and what is hot in workers is native.
            Map.entry("JAVA_TOOL_OPTIONS", "-XX:TieredStopAtLevel=1"),
            // Whatever is not needed goes at once, so that what is needed is seen to stay.
            Map.entry("GANGWAY_COLLECTION_EVERY", "5s"),
            Map.entry("GANGWAY_COLLECTION_GRACE", "30s"),
            Map.entry("GANGWAY_COLLECTION_GRACE_AFTER_END", "0s"),
            // What is seen is whether work is lost, not whether somebody gives up: each process dies many times.
            Map.entry("GANGWAY_RETRIES_ATTEMPTS", "100"),
            Map.entry("GANGWAY_RETRIES_FIRST_DELAY", "200ms"),
            Map.entry("GANGWAY_RETRIES_LONGEST_DELAY", "2s"));

    private final Layout layout;
    private final Map<Server, ServerVictim> servers = new EnumMap<>(Server.class);
    private final Map<String, ServiceVictim> services = new LinkedHashMap<>();
    private final ConcurrentLinkedQueue<String> findings = new ConcurrentLinkedQueue<>();

    /** A system that keeps its data in {@code folder}, of what is built in {@code checkout}; nothing runs yet. */
    public TorturedSystem(Path checkout, Path folder) {
        Checkout built = new Checkout(checkout);
        Home home = new Home(folder);
        this.layout = FreeLayout.with(WORKERS_OF_A_KIND, WORKERS_OF_A_KIND);
        for (Server server : Server.values()) {
            servers.put(server, new ServerVictim(server, built, folder, layout));
        }
        for (Part part : layout.parts()) {
            if (!part.equals(Part.EMBEDDED)) {
                services.put(part.toString(), new ServiceVictim(part, home, built, layout, this::endpoints, SETTINGS));
            }
        }
    }

    /** Starts everything, and waits until it is ready. */
    public void start() {
        servers.values().parallelStream().forEach(ServerVictim::start);
        services.values().forEach(ServiceVictim::start);
        awaitReady();
    }

    /** Waits until every service is ready, and starts again those that ended. */
    public void awaitReady() {
        long deadline = System.nanoTime() + UP_WITHIN.toNanos();
        while (!services.values().stream().allMatch(service -> service.health().isReady())) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("not ready: "
                        + services.values().stream()
                                .filter(service -> !service.health().isReady())
                                .map(ServiceVictim::name)
                                .toList());
            }
            services.values().forEach(ServiceVictim::startIfEnded);
            Pause.of(LOOK);
        }
    }

    /** The names of the servers. */
    public List<String> servers() {
        return servers.values().stream().map(ServerVictim::name).toList();
    }

    /** The names of the services' processes. */
    public List<String> services() {
        return List.copyOf(services.keySet());
    }

    /** Where the gateway answers. */
    public URI gateway() {
        return URI.create("http://127.0.0.1:" + layout.port(Listener.GATEWAY));
    }

    /** Where broker, store and database answer; they have been started. */
    public Endpoints endpoints() {
        return servers.get(Server.DATABASE).endpoints();
    }

    /** What services said of themselves that was wrong. */
    public List<String> findings() {
        return List.copyOf(findings);
    }

    /** Starts again what ended by itself. */
    public void tend() {
        for (ServiceVictim service : services.values()) {
            if (service.lock().tryLock()) {
                try {
                    service.startIfEnded();
                } finally {
                    service.lock().unlock();
                }
            }
        }
    }

    /** Lets {@code fault} happen, and returns when its victim is started again. */
    public void suffer(Fault fault) {
        if (services.containsKey(fault.victim())) {
            ServiceVictim service = services.get(fault.victim());
            service.lock().lock();
            try {
                // One that has just ended by itself is there again first: every fault that is counted happens.
                service.startIfEnded();
                hurt(service, fault, () -> Pause.of(fault.lasting()));
            } finally {
                service.lock().unlock();
            }
        } else {
            ServerVictim server = servers.values().stream()
                    .filter(one -> one.name().equals(fault.victim()))
                    .findFirst()
                    .orElseThrow();
            synchronized (server) {
                hurt(server, fault, () -> {
                    Pause.of(fault.lasting());
                    askHowTheyAre(server, fault.lasting());
                });
            }
        }
    }

    private static void hurt(Victim victim, Fault fault, Runnable meanwhile) {
        switch (fault.kind()) {
            case KILL -> {
                victim.kill();
                meanwhile.run();
                victim.start();
            }
            case PAUSE -> {
                victim.pause();
                meanwhile.run();
                victim.resume();
            }
            case RESTART -> {
                victim.stop();
                meanwhile.run();
                victim.start();
            }
        }
    }

    /** Nothing gets better by starting a service again because a server is away: readiness has to fall, liveness must not. */
    private void askHowTheyAre(ServerVictim away, Duration since) {
        for (ServiceVictim service : services.values()) {
            int liveness = service.health().liveness();
            if (liveness != NO_ANSWER && liveness != OK) {
                findings.add("%s said it was not alive (%d) while the %s was away"
                        .formatted(service.name(), liveness, away.name()));
            }
            if (since.compareTo(NOTICED_WITHIN) > 0 && service.health().isReady()) {
                findings.add("%s said it was ready while the %s was away".formatted(service.name(), away.name()));
            }
        }
    }

    @Override
    public void close() {
        services.values().parallelStream().forEach(ServiceVictim::stop);
        servers.values().parallelStream().forEach(ServerVictim::stop);
    }
}
