package dev.gangway.gateway.deadletter;

import dev.gangway.contracts.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;

/** The dead letters while they are read, for a bounded time. They have one partition, so that an offset names one. */
final class DeadLetterReading {

    private static final TopicPartition PARTITION = new TopicPartition(Topics.DEAD_LETTERS, 0);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final long PORTION_NANOS = Duration.ofSeconds(10).toNanos();
    private static final long WHOLE_NANOS = Duration.ofSeconds(15).toNanos();

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final long begun = System.nanoTime();

    DeadLetterReading(KafkaConsumer<byte[], byte[]> consumer) {
        this.consumer = consumer;
        consumer.assign(List.of(PARTITION));
    }

    /** All that lies there now. */
    Unread everything(Order order) {
        long first = consumer.beginningOffsets(List.of(PARTITION)).get(PARTITION);
        long end = consumer.endOffsets(List.of(PARTITION)).get(PARTITION);
        return new Unread(order, first, end);
    }

    /** Whether there is time to read another portion. */
    boolean hasTime() {
        return System.nanoTime() - begun < WHOLE_NANOS;
    }

    /** What lies at {@code offset}. */
    Optional<ConsumerRecord<byte[], byte[]>> at(long offset) {
        Unread all = everything(Order.OLDEST);
        if (offset < all.from() || offset >= all.to()) {
            return Optional.empty();
        }
        List<ConsumerRecord<byte[], byte[]>> found = new ArrayList<>();
        each(new Unread(Order.OLDEST, offset, offset + 1), found::add);
        return found.stream().findFirst();
    }

    /** Hands what lies in {@code portion} to {@code taker}, the oldest first. */
    void each(Unread portion, Consumer<ConsumerRecord<byte[], byte[]>> taker) {
        long deadline = System.nanoTime() + PORTION_NANOS;
        consumer.seek(PARTITION, portion.from());
        while (consumer.position(PARTITION) < portion.to()) {
            if (System.nanoTime() - deadline > 0) {
                throw new TimeoutException("the broker gives the records too slowly");
            }
            for (ConsumerRecord<byte[], byte[]> found : consumer.poll(POLL)) {
                if (found.offset() < portion.to()) {
                    taker.accept(found);
                }
            }
        }
    }
}
