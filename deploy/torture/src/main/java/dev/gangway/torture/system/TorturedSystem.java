package dev.gangway.torture.system;

import dev.gangway.contracts.Topics;
import dev.gangway.contracts.message.MessageCodec;
import dev.gangway.embedded.Endpoints;
import dev.gangway.embedded.Server;
import dev.gangway.local.process.Checkout;
import dev.gangway.local.process.FreeLayout;
import dev.gangway.local.process.Home;
import dev.gangway.local.process.Layout;
import dev.gangway.local.process.Listener;
import dev.gangway.local.process.Part;
import dev.gangway.testing.StrayRecords;
import dev.gangway.torture.fault.Fault;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Consumer;

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
    private static final int SLOW_CLIENTS = 300;
    private static final int OK = 200;

    /** How many stray records every topic gets at once. */
    private static final int STRAYS = 100;

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
    private final Servers servers;
    private final Map<String, ServiceVictim> services = new LinkedHashMap<>();
    private final Map<String, Integer> ends = new ConcurrentSkipListMap<>();
    private final ConcurrentLinkedQueue<String> findings = new ConcurrentLinkedQueue<>();

    /**
     * A system of which nothing runs yet.
     *
     * @throws IllegalArgumentException when it has a disk that is too large to be filled
     */
    public TorturedSystem(Places places) {
        this.layout = FreeLayout.with(WORKERS_OF_A_KIND, WORKERS_OF_A_KIND);
        this.servers = new Servers(places, layout);
        Checkout built = new Checkout(places.checkout());
        Home home = new Home(places.folder());
        for (Part part : layout.parts()) {
            if (!part.equals(Part.EMBEDDED)) {
                services.put(
                        part.toString(), new ServiceVictim(part, home, built, layout, servers::endpoints, SETTINGS));
            }
        }
    }

    /** Starts everything, and waits until it is ready. */
    public void start() {
        servers.start();
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
            startEndedServers();
            services.values().forEach(this::startIfEnded);
            Pause.of(LOOK);
        }
    }

    /** The names of the servers. */
    public List<String> servers() {
        return servers.names();
    }

    /** Whether there is a disk that can be filled. */
    public boolean hasDisk() {
        return servers.haveDisk();
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
        return servers.endpoints();
    }

    /** What services said of themselves that was wrong. */
    public List<String> findings() {
        return List.copyOf(findings);
    }

    /** How often processes ended by themselves, and were started again. */
    public Map<String, Integer> ends() {
        return ends;
    }

    /** Starts again what ended by itself. */
    public void tend() {
        startEndedServers();
        for (ServiceVictim service : services.values()) {
            if (service.lock().tryLock()) {
                try {
                    startIfEnded(service);
                } finally {
                    service.lock().unlock();
                }
            }
        }
    }

    /** Servers may end because their disk is full, and for no other reason. */
    private void startEndedServers() {
        for (String ended : servers.startEnded()) {
            ends.merge(ended, 1, Integer::sum);
            if (!servers.haveDisk()) {
                findings.add(String.format(Locale.ROOT, "the %s ended by itself", ended));
            }
        }
    }

    /** Lets {@code fault} happen, and returns when its victim is started again. */
    public void suffer(Fault fault) {
        switch (fault.kind()) {
            case KILL, PAUSE, RESTART -> sufferAsProcess(fault);
            case POISON -> poison(fault);
            case SLOW_BODIES -> dawdle(fault);
            case CUT_DATABASE -> cut(fault, Server.DATABASE);
            case CUT_STORE -> cut(fault, Server.STORE);
            case FILL ->
                servers.withDisk(disk -> {
                    startEndedServers();
                    disk.fillFor(fault.lasting());
                    startEndedServers();
                });
        }
    }

    private void sufferAsProcess(Fault fault) {
        if (services.containsKey(fault.victim())) {
            whileRunning(fault.victim(), service -> hurt(service, fault, () -> Pause.of(fault.lasting())));
        } else {
            ServerVictim server = servers.named(fault.victim());
            server.lock().lock();
            try {
                hurt(server, fault, () -> {
                    Pause.of(fault.lasting());
                    services.values().forEach(service -> askHowItIs(service, server.name(), fault.lasting()));
                });
            } finally {
                server.lock().unlock();
            }
        }
    }

    /** While the broker runs: what it does not take would be no poison. */
    private void poison(Fault fault) {
        ServerVictim broker = servers.named(fault.victim());
        broker.lock().lock();
        try {
            startEndedServers();
            for (Topics.Topic topic : Topics.all()) {
                new StrayRecords(fault.round(), MessageCodec.typesOn(topic.name()))
                        .send(endpoints().kafkaBootstrap(), topic.name(), topic.compacted(), STRAYS);
            }
        } finally {
            broker.lock().unlock();
        }
    }

    /** The gateway may well be down for some of it: others' faults happen meanwhile. While it runs, it has to say so. */
    private void dawdle(Fault fault) {
        ServiceVictim service = services.get(fault.victim());
        try (SlowBodies bodies = new SlowBodies(gateway(), SLOW_CLIENTS)) {
            Pause.of(fault.lasting());
            int liveness = service.health().liveness();
            if (liveness != NO_ANSWER && liveness != OK) {
                findings.add(String.format(
                        Locale.ROOT,
                        "%s said it was not alive (%d) while %d clients dawdled",
                        service.name(),
                        liveness,
                        bodies.open()));
            }
        }
    }

    private void cut(Fault fault, Server server) {
        whileRunning(fault.victim(), service -> service.links().cut(server, () -> {
            Pause.of(fault.lasting());
            askHowItIs(service, server.name().toLowerCase(Locale.ROOT), fault.lasting());
        }));
    }

    /** One that has just ended by itself is there again first: every fault that is counted happens. */
    private void whileRunning(String name, Consumer<ServiceVictim> happening) {
        ServiceVictim service = services.get(name);
        service.lock().lock();
        try {
            startIfEnded(service);
            happening.accept(service);
        } finally {
            service.lock().unlock();
        }
    }

    private void startIfEnded(ServiceVictim service) {
        if (service.startIfEnded()) {
            ends.merge(service.name(), 1, Integer::sum);
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
            case CUT_DATABASE, CUT_STORE, FILL, POISON, SLOW_BODIES ->
                throw new IllegalArgumentException(fault + " happens to no process");
        }
    }

    /** Nothing gets better by starting a service again because a server is away: readiness has to fall, liveness must not. */
    private void askHowItIs(ServiceVictim service, String away, Duration since) {
        int liveness = service.health().liveness();
        if (liveness != NO_ANSWER && liveness != OK) {
            findings.add(String.format(
                    Locale.ROOT,
                    "%s said it was not alive (%d) while the %s was away",
                    service.name(),
                    liveness,
                    away));
        }
        if (since.compareTo(NOTICED_WITHIN) > 0 && service.health().isReady()) {
            findings.add(
                    String.format(Locale.ROOT, "%s said it was ready while the %s was away", service.name(), away));
        }
    }

    @Override
    public void close() {
        services.values().parallelStream().forEach(ServiceVictim::close);
        servers.close();
    }
}
