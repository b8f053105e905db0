package dev.gangway.ledger.outbox;

import dev.gangway.contracts.Topics;
import dev.gangway.contracts.message.MessageCodec;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.sql.DataSource;

/**
 * Messages that are promised in the same transaction as the change that they tell of, and sent afterwards.
 *
 * <p>A message is sent at least once, and messages of one key in the order in which they were appended. It is sent
 * again when the process dies, or the broker does not answer, between sending and deleting it; by its identity a reader
 * knows it again.
 */
public final class Outbox {

    private static final long RELAY_LOCK = 0x6f7574626f78L;
    private static final Duration ACKNOWLEDGEMENT_LIMIT = Duration.ofSeconds(30);

    private final DataSource database;
    private final InstantSource clock;

    /** An outbox in the table {@code outbox} of {@code database}. */
    public Outbox(DataSource database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * Promises {@code message} with a connection of the data source: within a JTA transaction as part of it, otherwise
     * at once.
     *
     * @throws IllegalArgumentException when the broker would never take it: it would keep all others from being sent
     */
    public void append(String topic, String key, Object message) {
        try (Connection connection = database.getConnection()) {
            append(connection, topic, key, message);
        } catch (SQLException e) {
            throw new OutboxUnavailableException("a message for " + topic + " cannot be promised", e);
        }
    }

    /** Promises {@code message} as part of the transaction of {@code connection}; see {@link #append(String, String, Object)}. */
    public void append(Connection connection, String topic, String key, Object message) throws SQLException {
        byte[] body = MessageCodec.write(message);
        if (body.length > Topics.bodyBytes(topic)) {
            throw new IllegalArgumentException("a message for " + topic + " about " + key + " has " + body.length
                    + " bytes, more than the " + Topics.bodyBytes(topic) + " that the topic takes");
        }
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO outbox (topic, key, type, body, created_at) VALUES (?, ?, ?, ?, ?)")) {
            insert.setString(1, topic);
            insert.setString(2, key);
            insert.setString(3, MessageCodec.typeOf(message));
            insert.setBytes(4, body);
            insert.setTimestamp(5, Timestamp.from(clock.instant()));
            insert.executeUpdate();
        }
    }

    /**
     * Sends up to {@code batch} of the oldest messages and deletes those that the broker acknowledged. Only one process
     * relays at a time; the others find nothing to do.
     *
     * @return how many messages were sent
     * @throws OutboxUnavailableException when the database or the broker does not answer; nothing is lost
     */
    public int relay(Sender sender, int batch) {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                int sent = tryLock(connection) ? send(connection, sender, oldest(connection, batch)) : 0;
                connection.commit();
                return sent;
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw new OutboxUnavailableException("the outbox cannot be read", e);
        }
    }

    private static boolean tryLock(Connection connection) throws SQLException {
        // Advisory locks are the whole database's: the schema's own id keeps the services apart.
        try (PreparedStatement lock = connection.prepareStatement(
                        "SELECT pg_try_advisory_xact_lock(? # hashtext(current_schema()))");
                ResultSet result = lockResult(lock)) {
            result.next();
            return result.getBoolean(1);
        }
    }

    private static ResultSet lockResult(PreparedStatement lock) throws SQLException {
        lock.setLong(1, RELAY_LOCK);
        return lock.executeQuery();
    }

    private static List<OutboxRecord> oldest(Connection connection, int batch) throws SQLException {
        List<OutboxRecord> records = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement("SELECT * FROM outbox ORDER BY id LIMIT ?")) {
            select.setInt(1, batch);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    records.add(promised(rows));
                }
            }
        }
        return records;
    }

    private static OutboxRecord promised(ResultSet row) throws SQLException {
        return new OutboxRecord(
                row.getLong("id"),
                row.getObject("identity", UUID.class),
                row.getTimestamp("created_at").toInstant(),
                row.getString("topic"),
                row.getString("key"),
                row.getString("type"),
                row.getBytes("body"));
    }

    private static int send(Connection connection, Sender sender, List<OutboxRecord> records) throws SQLException {
        if (records.isEmpty()) {
            return 0;
        }
        await(records.stream()
                .map(outgoing -> sender.send(outgoing).toCompletableFuture())
                .toList());
        try (PreparedStatement delete = connection.prepareStatement("DELETE FROM outbox WHERE id = ANY (?)")) {
            delete.setArray(
                    1,
                    connection.createArrayOf(
                            "bigint", records.stream().map(OutboxRecord::id).toArray()));
            delete.executeUpdate();
        }
        return records.size();
    }

    private static void await(List<CompletableFuture<Void>> acknowledgements) {
        try {
            CompletableFuture.allOf(acknowledgements.toArray(CompletableFuture[]::new))
                    .get(ACKNOWLEDGEMENT_LIMIT.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new OutboxUnavailableException("the broker does not acknowledge; the messages will be sent again", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new OutboxUnavailableException("interrupted while sending; the messages will be sent again", e);
        }
    }
}
