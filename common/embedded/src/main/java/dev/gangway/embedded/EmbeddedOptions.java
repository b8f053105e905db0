package dev.gangway.embedded;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/**
 * How the process is started.
 *
 * @param kafkaPort the broker's port, 0 for any free one
 * @param storePort the S3 store's port, 0 for any free one
 * @param postgresPort the database's port, 0 for any free one
 * @param exitWithParent whether the process ends when the one that started it does, however that ended
 * @param readyWithin how long to wait until everything answers
 */
public record EmbeddedOptions(
        int kafkaPort, int storePort, int postgresPort, boolean exitWithParent, Duration readyWithin) {

    private static final Duration READY_WITHIN = Duration.ofMinutes(2);

    public EmbeddedOptions {
        for (int port : List.of(kafkaPort, storePort, postgresPort)) {
            if (port < 0 || port > 65_535) {
                throw new IllegalArgumentException("no such port: " + port);
            }
        }
        Objects.requireNonNull(readyWithin, "readyWithin");
    }

    /** Free ports, and an end with the parent: what a test wants. */
    public static EmbeddedOptions forTests() {
        return new EmbeddedOptions(0, 0, 0, true, READY_WITHIN);
    }

    /** Given ports, and a life that outlasts the parent's: what a command wants. */
    public static EmbeddedOptions onPorts(int kafkaPort, int storePort, int postgresPort) {
        return new EmbeddedOptions(kafkaPort, storePort, postgresPort, false, READY_WITHIN);
    }

    /** These options with the ports of an earlier start, so that clients find the parts again. */
    public EmbeddedOptions onPortsOf(Endpoints earlier) {
        return new EmbeddedOptions(
                URI.create("kafka://" + earlier.kafkaBootstrap()).getPort(),
                URI.create(earlier.store().endpoint()).getPort(),
                URI.create(earlier.database().url().substring("jdbc:".length())).getPort(),
                exitWithParent,
                readyWithin);
    }

    /** The arguments that say this to the process. */
    List<String> arguments(Path data) {
        List<String> arguments = List.of(
                "--data", data.toString(),
                "--kafka-port", Integer.toString(kafkaPort),
                "--s3-port", Integer.toString(storePort),
                "--postgres-port", Integer.toString(postgresPort));
        if (!exitWithParent) {
            return arguments;
        }
        return java.util.stream.Stream.concat(arguments.stream(), java.util.stream.Stream.of("--exit-with-parent"))
                .toList();
    }
}
