package dev.gangway.embedded;

import java.util.Locale;

/** The services that keep tables, each in a schema of its own that no other service may touch. */
public enum ServiceSchema {
    GATEWAY,
    TRAINER,
    COMPLETION;

    /** The schema's name in the database. */
    public String schema() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The role that owns the schema. */
    public String role() {
        return "gangway_" + schema();
    }

    /** The role's password on a machine for development: public, and good for nothing else. */
    public String developmentPassword() {
        return "development-only-" + schema();
    }
}
