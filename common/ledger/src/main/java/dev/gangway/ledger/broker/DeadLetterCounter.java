package dev.gangway.ledger.broker;

/** Counts what is put aside. */
@FunctionalInterface
public interface DeadLetterCounter {

    /** A record of {@code topic} was put aside for the reason {@code code}. */
    void count(String topic, String code);
}
