package dev.gangway.torture.system;

import dev.gangway.embedded.Endpoints;
import dev.gangway.embedded.Server;
import dev.gangway.local.process.Checkout;
import dev.gangway.local.process.Layout;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Broker, store and database, and the disk that they share. */
final class Servers implements AutoCloseable {

    private final Map<String, ServerVictim> servers = new LinkedHashMap<>();
    private final Optional<Disk> disk;

    /** Servers of which none runs yet. */
    Servers(Places places, Layout layout) {
        this.disk = places.disk().map(Disk::new);
        Checkout checkout = new Checkout(places.checkout());
        Arrays.stream(Server.values())
                .map(server -> new ServerVictim(server, checkout, places, layout))
                .forEach(victim -> servers.put(victim.name(), victim));
    }

    /** Starts all, and waits until they answer. */
    void start() {
        servers.values().parallelStream().forEach(ServerVictim::start);
    }

    List<String> names() {
        return List.copyOf(servers.keySet());
    }

    boolean haveDisk() {
        return disk.isPresent();
    }

    ServerVictim named(String name) {
        return servers.get(name);
    }

    /** Where all of them answer; they have been started. */
    Endpoints endpoints() {
        return servers.values().iterator().next().endpoints();
    }

    /**
     * Starts again those that ended by themselves and that nothing is done to now.
     *
     * @return their names
     */
    List<String> startEnded() {
        return servers.values().stream()
                .filter(ServerVictim::startIfEnded)
                .map(ServerVictim::name)
                .toList();
    }

    /** Fills the disk while {@code filling} runs with it; meanwhile nothing else happens to the servers, which could not start. */
    void withDisk(Consumer<Disk> filling) {
        servers.values().forEach(server -> server.lock().lock());
        try {
            filling.accept(disk.orElseThrow());
        } finally {
            servers.values().forEach(server -> server.lock().unlock());
        }
    }

    @Override
    public void close() {
        servers.values().parallelStream().forEach(ServerVictim::stop);
    }
}
