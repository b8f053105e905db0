package dev.gangway.local.process;

import java.util.Locale;

/** What listens on a port of the loopback address. */
public enum Listener {
    KAFKA(Part.EMBEDDED, "the broker", 19_092),
    S3(Part.EMBEDDED, "the S3 store", 19_000),
    POSTGRES(Part.EMBEDDED, "the database", 15_432),
    GATEWAY(Part.GATEWAY, "the gateway", 8080),
    TRAINER(Part.TRAINER, "the trainer", 8081),
    COMPLETION(Part.COMPLETION, "the completion service", 8082);

    private final Part part;
    private final String description;
    private final int defaultPort;

    Listener(Part part, String description, int defaultPort) {
        this.part = part;
        this.description = description;
        this.defaultPort = defaultPort;
    }

    /** The process that listens. */
    public Part part() {
        return part;
    }

    /** What it is called in a sentence. */
    String description() {
        return description;
    }

    /** The port when nobody asked for another. */
    int defaultPort() {
        return defaultPort;
    }

    /** The key under which its port is remembered. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The option that changes its port. */
    public String option() {
        return "--" + key() + "-port";
    }
}
