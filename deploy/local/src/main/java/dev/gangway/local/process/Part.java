package dev.gangway.local.process;

import java.util.Locale;

/** A process of the system on one machine, in the order in which they depend on each other. */
public enum Part {
    /** Broker, S3 store and database. */
    EMBEDDED,
    GATEWAY,
    TRAINER,
    COMPLETION;

    /** The name a user types and reads. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return label();
    }
}
