package dev.gangway.local;

import dev.gangway.contracts.Topics;
import dev.gangway.contracts.job.JobId;
import dev.gangway.contracts.message.MessageCodec;
import dev.gangway.contracts.message.UnreadableMessageException;
import dev.gangway.contracts.metric.Metric;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** What the topic of metrics holds about the images of jobs. */
final class ToldFigures {

    private static final Duration PATIENCE = Duration.ofMillis(500);

    private ToldFigures() {}

    /**
     * Every telling of a figure of {@code job}'s images. One that reached the broker twice, because its sender died before it
     * noted that it was sent, is the same telling; a task that was done twice would tell at another time.
     */
    static Set<Metric.ImageFigures> of(JobId job, String broker) {
        Set<Metric.ImageFigures> told = new LinkedHashSet<>();
        try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", broker), new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(Topics.METRICS).stream()
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                for (ConsumerRecord<String, byte[]> arrived : consumer.poll(PATIENCE)) {
                    if (job.toString().equals(arrived.key()) && read(arrived) instanceof Metric.ImageFigures figures) {
                        told.add(figures);
                    }
                }
            }
        }
        return told;
    }

    private static Metric read(ConsumerRecord<String, byte[]> arrived) {
        byte[] type = arrived.headers().lastHeader(MessageCodec.TYPE_HEADER).value();
        try {
            return MessageCodec.read(new String(type, StandardCharsets.UTF_8), arrived.value(), Metric.class);
        } catch (UnreadableMessageException e) {
            throw new AssertionError("what workers tell has to be readable", e);
        }
    }
}
