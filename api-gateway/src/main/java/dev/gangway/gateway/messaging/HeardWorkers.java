package dev.gangway.gateway.messaging;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * Knows up to when all that workers said was read, so that a gateway that was away, or a broker that was, is not taken for workers that are
 * silent. The topic has one partition.
 */
final class HeardWorkers {

    private static final int PATIENCE_SECONDS = 5;

    private final Admin broker;
    private final TopicPartition said;
    private final String group;
    private final Duration grace;

    private Mark awaited;
    private Instant contactSince;

    /**
     * What the consumers of {@code group} read from {@code broker}.
     *
     * @param topic where workers make themselves heard
     * @param grace how long workers get to make themselves heard after the broker was away
     */
    HeardWorkers(Admin broker, String topic, String group, Duration grace) {
        this.broker = broker;
        this.said = new TopicPartition(topic, 0);
        this.group = group;
        this.grace = grace;
    }

    /** The moment up to which everything is read, when that is known and the broker has been there for long enough before it. */
    Optional<Instant> until(Instant now) throws InterruptedException {
        try {
            long read = read();
            long end = end();
            Mark reached = awaited != null && read >= awaited.end() ? awaited : null;
            if (awaited == null || reached != null) {
                awaited = new Mark(end, now);
            }
            contactSince = contactSince == null ? now : contactSince;
            return Optional.ofNullable(reached)
                    .map(Mark::at)
                    .filter(at -> !contactSince.plus(grace).isAfter(at));
        } catch (ExecutionException | TimeoutException e) {
            awaited = null;
            contactSince = null;
            return Optional.empty();
        }
    }

    private long read() throws InterruptedException, ExecutionException, TimeoutException {
        Map<TopicPartition, OffsetAndMetadata> offsets = broker.listConsumerGroupOffsets(group)
                .partitionsToOffsetAndMetadata()
                .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        OffsetAndMetadata offset = offsets.get(said);
        return offset == null ? 0 : offset.offset();
    }

    private long end() throws InterruptedException, ExecutionException, TimeoutException {
        return broker.listOffsets(Map.of(said, OffsetSpec.latest()))
                .partitionResult(said)
                .get(PATIENCE_SECONDS, TimeUnit.SECONDS)
                .offset();
    }

    /** Where the topic ended at a moment. */
    private record Mark(long end, Instant at) {}
}
