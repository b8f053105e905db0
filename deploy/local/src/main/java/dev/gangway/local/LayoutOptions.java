package dev.gangway.local;

import dev.gangway.local.process.LayoutChange;
import dev.gangway.local.process.Listener;
import dev.gangway.local.process.Role;
import java.util.EnumMap;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options that say how many workers there are, and that move what listens to another port. */
final class LayoutOptions {

    private final Map<Listener, Integer> ports = new EnumMap<>(Listener.class);
    private final Map<Role, Integer> workers = new EnumMap<>(Role.class);

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    @Option(
            names = "--completion-workers",
            paramLabel = "N",
            description = "how many completion services share the work (1)")
    void completionWorkers(int count) {
        workers.put(Role.COMPLETION, atLeastOne("--completion-workers", count));
    }

    @Option(names = "--trainers", paramLabel = "N", description = "how many trainers, one job each (1)")
    void trainers(int count) {
        workers.put(Role.TRAINER, atLeastOne("--trainers", count));
    }

    @Option(names = "--gateway-port", paramLabel = "N", description = "API, its document and Swagger UI (8080)")
    void gateway(int port) {
        ports.put(Listener.GATEWAY, port);
    }

    @Option(
            names = "--trainer-port",
            paramLabel = "N",
            description = "health and metrics of the trainer (8081); each further one's port is ten higher")
    void trainer(int port) {
        ports.put(Listener.TRAINER, port);
    }

    @Option(
            names = "--completion-port",
            paramLabel = "N",
            description = "health and metrics of the completion service (8082); each further one's port is ten higher")
    void completion(int port) {
        ports.put(Listener.COMPLETION, port);
    }

    @Option(names = "--kafka-port", paramLabel = "N", description = "Kafka broker (19092)")
    void kafka(int port) {
        ports.put(Listener.KAFKA, port);
    }

    @Option(names = "--s3-port", paramLabel = "N", description = "S3 store (19000)")
    void store(int port) {
        ports.put(Listener.S3, port);
    }

    @Option(names = "--postgres-port", paramLabel = "N", description = "PostgreSQL (15432)")
    void database(int port) {
        ports.put(Listener.POSTGRES, port);
    }

    private int atLeastOne(String option, int count) {
        if (count < 1) {
            throw new ParameterException(command.commandLine(), option + " is at least 1, not " + count);
        }
        return count;
    }

    /** What was asked for. */
    LayoutChange chosen() {
        return new LayoutChange(ports, workers);
    }
}
