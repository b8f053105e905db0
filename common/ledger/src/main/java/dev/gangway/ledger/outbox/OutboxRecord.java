package dev.gangway.ledger.outbox;

/**
 * A message that waits to be sent.
 *
 * @param id grows with the order in which messages were appended
 * @param topic where it goes
 * @param key what it is about; messages of one key arrive in order
 * @param type its CloudEvents type
 * @param body its JSON
 */
public record OutboxRecord(long id, String topic, String key, String type, byte[] body) {}
