package dev.gangway.gateway.deadletter;

/** In which order dead letters are listed. */
public enum Order {
    /** The latest first. */
    NEWEST,
    /** The oldest first. */
    OLDEST
}
