package dev.gangway.local.process;

import dev.gangway.embedded.ServiceSchema;
import java.time.Duration;
import java.util.List;

/** A Quarkus application of the system, with what it gets to run. */
enum Service {
    GATEWAY(Part.GATEWAY, Listener.GATEWAY, "api-gateway", ServiceSchema.GATEWAY),
    TRAINER(Part.TRAINER, Listener.TRAINER, "trainer-service", ServiceSchema.TRAINER),
    COMPLETION(Part.COMPLETION, Listener.COMPLETION, "completion-service", ServiceSchema.COMPLETION);

    private final Part part;
    private final Listener listener;
    private final String module;
    private final ServiceSchema schema;

    Service(Part part, Listener listener, String module, ServiceSchema schema) {
        this.part = part;
        this.listener = listener;
        this.module = module;
        this.schema = schema;
    }

    Part part() {
        return part;
    }

    Listener listener() {
        return listener;
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
        return Duration.ofSeconds(computes() ? 35 : 15);
    }

    /** The JVM's options: a worker's heap is fixed, because what its networks need lies outside of it. */
    List<String> javaOptions() {
        if (!computes()) {
            // Ready sooner and smaller; what is hot here waits for the database.
            return List.of("-Xmx384m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");
        }
        return List.of(
                "-Xms768m",
                "-Xmx768m",
                // The processors are for the networks.
                "-XX:+UseSerialGC",
                "-Dai.djl.offline=true",
                "-Dai.djl.pytorch.num_threads=" + Runtime.getRuntime().availableProcessors(),
                "-Dai.djl.pytorch.num_interop_threads=1");
    }

    private boolean computes() {
        return this != GATEWAY;
    }
}
