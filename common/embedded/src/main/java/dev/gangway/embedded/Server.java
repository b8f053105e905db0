package dev.gangway.embedded;

import java.util.Arrays;
import java.util.Optional;

/** What the embedded process can hold. */
public enum Server {
    BROKER("kafka"),
    STORE("s3"),
    DATABASE("postgres");

    private final String label;

    Server(String label) {
        this.label = label;
    }

    /** What it is called on the command line. */
    public String label() {
        return label;
    }

    /** The server that is called {@code label} on the command line. */
    public static Optional<Server> labelled(String label) {
        return Arrays.stream(values())
                .filter(server -> server.label.equals(label))
                .findFirst();
    }
}
