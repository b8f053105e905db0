package dev.gangway.local.process;

import java.util.OptionalLong;

/**
 * What is seen of a part.
 *
 * @param part which
 * @param state what it is in
 * @param pid its process, when it has one
 * @param address where it answers when it is ready
 */
public record PartStatus(Part part, State state, OptionalLong pid, String address) {

    /** What a part may be in. */
    public enum State {
        READY("ready"),
        NOT_READY("not ready"),
        STOPPED("stopped"),
        /** The embedded parts' JVM was killed and its database server runs on; the next {@code up} or {@code down} ends it. */
        ORPHANED("database left behind");

        private final String label;

        State(String label) {
            this.label = label;
        }

        /** The state in words. */
        public String label() {
            return label;
        }
    }
}
