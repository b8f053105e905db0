package dev.gangway.embedded;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * How the process is started.
 *
 * @param kafkaPort the broker's port, 0 for any free one
 * @param storePort the S3 store's port, 0 for any free one
 * @param postgresPort the database's port, 0 for any free one
 * @param servers which of them this process holds; the others are expected on their ports, in processes of their own
 * @param exitWithParent whether the process ends when the one that started it does, however that ended
 * @param readyWithin how long to wait until everything answers
 */
public record EmbeddedOptions(
        int kafkaPort,
        int storePort,
        int postgresPort,
        Set<Server> servers,
        boolean exitWithParent,
        Duration readyWithin) {

    private static final Duration READY_WITHIN = Duration.ofMinutes(2);
    private static final Set<Server> ALL = EnumSet.allOf(Server.class);

    public EmbeddedOptions {
        for (int port : List.of(kafkaPort, storePort, postgresPort)) {
            if (port < 0 || port > 65_535) {
                throw new IllegalArgumentException("no such port: " + port);
            }
        }
        servers = Set.copyOf(servers);
        if (servers.size() < Server.values().length && (kafkaPort == 0 || storePort == 0 || postgresPort == 0)) {
            throw new IllegalArgumentException("servers of other processes are only found on ports that are given");
        }
        Objects.requireNonNull(readyWithin, "readyWithin");
    }

    /** Free ports, and an end with the parent: what a test wants. */
    public static EmbeddedOptions forTests() {
        return new EmbeddedOptions(0, 0, 0, ALL, true, READY_WITHIN);
    }

    /** Given ports, and a life that outlasts the parent's: what a command wants. */
    public static EmbeddedOptions onPorts(int kafkaPort, int storePort, int postgresPort) {
        return new EmbeddedOptions(kafkaPort, storePort, postgresPort, ALL, false, READY_WITHIN);
    }

    /** One of three processes on given ports, which ends with its parent: for whoever wants to lose one server alone. */
    public static EmbeddedOptions only(Server server, int kafkaPort, int storePort, int postgresPort) {
        return new EmbeddedOptions(kafkaPort, storePort, postgresPort, Set.of(server), true, READY_WITHIN);
    }

    /** These options with the ports of an earlier start, so that clients find the parts again. */
    public EmbeddedOptions onPortsOf(Endpoints earlier) {
        return new EmbeddedOptions(
                URI.create("kafka://" + earlier.kafkaBootstrap()).getPort(),
                URI.create(earlier.store().endpoint()).getPort(),
                URI.create(earlier.database().url().substring("jdbc:".length())).getPort(),
                servers,
                exitWithParent,
                readyWithin);
    }

    /** The arguments that say this to the process. */
    List<String> arguments(Path data) {
        Stream<String> places = Stream.of(
                "--data", data.toString(),
                "--kafka-port", Integer.toString(kafkaPort),
                "--s3-port", Integer.toString(storePort),
                "--postgres-port", Integer.toString(postgresPort));
        Stream<String> chosen = servers.size() == ALL.size()
                ? Stream.empty()
                : servers.stream().flatMap(server -> Stream.of("--only", server.label()));
        Stream<String> life = exitWithParent ? Stream.of("--exit-with-parent") : Stream.empty();
        return Stream.of(places, chosen, life).flatMap(part -> part).toList();
    }
}
