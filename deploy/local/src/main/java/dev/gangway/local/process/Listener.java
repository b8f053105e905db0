package dev.gangway.local.process;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What listens on a port of the loopback address. */
public enum Listener {
    KAFKA(Role.EMBEDDED, "the broker", 19_092),
    S3(Role.EMBEDDED, "the S3 store", 19_000),
    POSTGRES(Role.EMBEDDED, "the database", 15_432),
    GATEWAY(Role.GATEWAY, "the gateway", 8080),
    TRAINER(Role.TRAINER, "the trainer", 8081),
    COMPLETION(Role.COMPLETION, "the completion service", 8082);

    private final Role role;
    private final String description;
    private final int defaultPort;

    Listener(Role role, String description, int defaultPort) {
        this.role = role;
        this.description = description;
        this.defaultPort = defaultPort;
    }

    /** What listens in a process with this role. */
    static List<Listener> of(Role role) {
        return Arrays.stream(values()).filter(listener -> listener.role == role).toList();
    }

    /** The role of the processes that listen. */
    Role role() {
        return role;
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
