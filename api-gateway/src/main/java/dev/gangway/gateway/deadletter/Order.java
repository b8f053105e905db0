package dev.gangway.gateway.deadletter;

/** In which order dead letters are listed. */
public enum Order {
    /** The latest first. */
    NEWEST,
    /** The oldest first. */
    OLDEST;

    /** Reads {@code newest} or {@code oldest}. */
    public static Order fromString(String text) {
        return switch (text) {
            case "newest" -> NEWEST;
            case "oldest" -> OLDEST;
            default -> throw new IllegalArgumentException("must be newest or oldest");
        };
    }
}
