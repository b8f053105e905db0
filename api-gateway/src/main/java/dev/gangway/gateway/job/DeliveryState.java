package dev.gangway.gateway.job;

import java.util.Set;

/** The life of a delivery to a webhook, and the one table of its legal moves. */
public enum DeliveryState {
    /** To be sent, for the first time or again. */
    PENDING,
    /** The receiver has answered that it has it. */
    DELIVERED,
    /** Given up after too many attempts, or because the receiver is gone. */
    EXHAUSTED;

    /** The states that a delivery may move to from this one; what has ended may be sent again by wish. */
    public Set<DeliveryState> successors() {
        return switch (this) {
            case PENDING -> Set.of(DELIVERED, EXHAUSTED);
            case DELIVERED, EXHAUSTED -> Set.of(PENDING);
        };
    }
}
