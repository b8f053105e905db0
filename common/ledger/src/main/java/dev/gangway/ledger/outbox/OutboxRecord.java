package dev.gangway.ledger.outbox;

import java.time.Instant;
import java.util.UUID;

/**
 * A message that waits to be sent.
 *
 * @param id grows with the order in which messages were appended
 * @param identity the same however often it is sent, and no other message's, in whatever schema or restored database
 * @param at when it was promised
 * @param topic where it goes
 * @param key what it is about; messages of one key arrive in order
 * @param type its CloudEvents type
 * @param body its JSON
 */
public record OutboxRecord(long id, UUID identity, Instant at, String topic, String key, String type, byte[] body) {}
