package dev.gangway.local.process;

import dev.gangway.embedded.ServiceSchema;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/** A Quarkus application of the system, with what it gets to run. */
enum Service {
    GATEWAY(Role.GATEWAY, "api-gateway", ServiceSchema.GATEWAY),
    TRAINER(Role.TRAINER, "trainer-service", ServiceSchema.TRAINER),
    COMPLETION(Role.COMPLETION, "completion-service", ServiceSchema.COMPLETION);

    /** What is written for a person to read later, as in logs, has the digits that whoever searches it types. */
    private static final String LOG_LANGUAGE = "-Duser.language=en";

    private final Role role;
    private final String module;
    private final ServiceSchema schema;

    Service(Role role, String module, ServiceSchema schema) {
        this.role = role;
        this.module = module;
        this.schema = schema;
    }

    /** The service whose processes have {@code role}, which is not that of the embedded parts. */
    static Service of(Role role) {
        return Arrays.stream(values())
                .filter(service -> service.role == role)
                .findFirst()
                .orElseThrow();
    }

    /** What its processes are there for. */
    Role role() {
        return role;
    }

    /** The folder of its module. */
    String module() {
        return module;
    }

    /** Its schema in the database. */
    ServiceSchema schema() {
        return schema;
    }

    /** How long it may take to stop: a worker writes a checkpoint within 25 s and then still has to give its job back. */
    Duration stopsWithin() {
        return Duration.ofSeconds(role.isWorker() ? 35 : 15);
    }

    /**
     * The JVM's options: a worker's heap is bounded, because what its networks need lies outside of it. A heap shrinks to a third more than it holds,
     * because one of a fixed size comes to be resident as a whole though a large picture, or an archive of 200,000 files, needed it only once.
     *
     * @param threads how many processors a worker's networks may take
     */
    List<String> javaOptions(int threads) {
        if (!role.isWorker()) {
            // Ready sooner and smaller; what is hot here waits for the database.
            return List.of(
                    LOG_LANGUAGE,
                    "-Xmx1g",
                    "-XX:MinHeapFreeRatio=15",
                    "-XX:MaxHeapFreeRatio=30",
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1");
        }
        return List.of(
                LOG_LANGUAGE,
                "-Xms128m",
                "-Xmx768m",
                "-XX:MinHeapFreeRatio=15",
                "-XX:MaxHeapFreeRatio=30",
                // The processors are for the networks.
                "-XX:+UseSerialGC",
                "-Dai.djl.offline=true",
                "-Dai.djl.pytorch.num_threads=" + threads,
                "-Dai.djl.pytorch.num_interop_threads=1");
    }
}
