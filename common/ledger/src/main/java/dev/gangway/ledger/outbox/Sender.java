package dev.gangway.ledger.outbox;

import java.util.concurrent.CompletionStage;

/** Hands a message to the broker. */
@FunctionalInterface
public interface Sender {

    /** Sends {@code outgoing}; the stage completes when the broker has acknowledged it. */
    CompletionStage<Void> send(OutboxRecord outgoing);
}
