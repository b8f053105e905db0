package dev.gangway.local;

import dev.gangway.local.process.Listener;
import java.util.EnumMap;
import java.util.Map;
import picocli.CommandLine.Option;

/** The options that move what listens to another port. */
final class PortOptions {

    private final Map<Listener, Integer> chosen = new EnumMap<>(Listener.class);

    @Option(names = "--gateway-port", paramLabel = "N", description = "API, its document and Swagger UI (8080)")
    void gateway(int port) {
        chosen.put(Listener.GATEWAY, port);
    }

    @Option(names = "--trainer-port", paramLabel = "N", description = "health and metrics of the trainer (8081)")
    void trainer(int port) {
        chosen.put(Listener.TRAINER, port);
    }

    @Option(
            names = "--completion-port",
            paramLabel = "N",
            description = "health and metrics of the completion service (8082)")
    void completion(int port) {
        chosen.put(Listener.COMPLETION, port);
    }

    @Option(names = "--kafka-port", paramLabel = "N", description = "Kafka broker (19092)")
    void kafka(int port) {
        chosen.put(Listener.KAFKA, port);
    }

    @Option(names = "--s3-port", paramLabel = "N", description = "S3 store (19000)")
    void store(int port) {
        chosen.put(Listener.S3, port);
    }

    @Option(names = "--postgres-port", paramLabel = "N", description = "PostgreSQL (15432)")
    void database(int port) {
        chosen.put(Listener.POSTGRES, port);
    }

    /** The ports that were asked for. */
    Map<Listener, Integer> chosen() {
        return chosen;
    }
}
