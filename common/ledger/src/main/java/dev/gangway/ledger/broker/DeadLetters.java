package dev.gangway.ledger.broker;

import dev.gangway.contracts.Topics;
import java.lang.System.Logger.Level;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.header.Headers;

/** Puts aside what cannot be read or acted on, as it came and with the reason, so that it can be sent again. */
public final class DeadLetters {

    private static final System.Logger LOG = System.getLogger(DeadLetters.class.getName());
    private static final long ACKNOWLEDGEMENT_SECONDS = 30;

    private final RecordSender sender;
    private final DeadLetterCounter counter;

    public DeadLetters(RecordSender sender, DeadLetterCounter counter) {
        this.sender = sender;
        this.counter = counter;
    }

    /**
     * Puts a record aside, and returns when the broker has it. Of one that the broker finds too large together with the reason, the
     * beginning is put aside.
     *
     * @param code a stable code in kebab case
     * @param reason the reason for a person
     * @throws DeadLetterNotTakenException when the broker does not take it
     */
    void put(ConsumerRecord<byte[], byte[]> unread, String code, String reason) {
        try {
            send(unread.key(), MessageHeaders.ofDeadLetter(unread, code, reason), unread.value());
        } catch (DeadLetterNotTakenException e) {
            if (!(e.getCause() instanceof RecordTooLargeException)) {
                throw e;
            }
            CutRecord cut = CutRecord.of(unread);
            send(cut.key(), cut.headers(code, reason), cut.body());
        }
        counter.count(unread.topic(), code);
        LOG.log(
                Level.WARNING,
                "topic={0} partition={1} offset={2} code={3} is put aside: {4}",
                unread.topic(),
                unread.partition(),
                Long.toString(unread.offset()),
                code,
                MessageHeaders.line(reason));
    }

    private void send(byte[] key, Headers headers, byte[] body) {
        try {
            sender.send(Topics.DEAD_LETTERS, key, headers, body)
                    .toCompletableFuture()
                    .get(ACKNOWLEDGEMENT_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new DeadLetterNotTakenException("the broker does not take the dead letter", e.getCause());
        } catch (TimeoutException e) {
            throw new DeadLetterNotTakenException("the broker does not acknowledge the dead letter", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DeadLetterNotTakenException("interrupted while putting a dead letter aside", e);
        }
    }
}
