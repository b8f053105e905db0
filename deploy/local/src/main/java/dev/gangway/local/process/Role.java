package dev.gangway.local.process;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What a process of the system is there for, in the order in which they depend on each other. */
public enum Role {
    /** Broker, S3 store and database. */
    EMBEDDED,
    GATEWAY,
    TRAINER("trainers"),
    COMPLETION("completion-workers");

    /** More workers than any machine has use for; a larger number is a slip of the hand. */
    private static final int MOST_WORKERS = 99;

    private final String plural;

    Role() {
        this("");
    }

    Role(String plural) {
        this.plural = plural;
    }

    /** The roles that several processes can share. */
    static List<Role> ofWorkers() {
        return Arrays.stream(values()).filter(Role::isWorker).toList();
    }

    /** The name a user types and reads. */
    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether it takes jobs and computes, and there may be several of it. */
    boolean isWorker() {
        return !plural.isEmpty();
    }

    /** The key under which the number of workers is remembered. */
    String key() {
        return plural;
    }

    /** The option that says how many workers there are. */
    String option() {
        return "--" + plural;
    }

    /** How many processes with this role there may be at most. */
    int most() {
        return isWorker() ? MOST_WORKERS : 1;
    }

    @Override
    public String toString() {
        return label();
    }
}
