package dev.gangway.torture.audit;

import dev.gangway.contracts.Topics;
import dev.gangway.contracts.message.MessageCodec;
import dev.gangway.contracts.message.UnreadableMessageException;
import dev.gangway.contracts.metric.Metric;
import dev.gangway.testing.StrayRecords;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** What was told on the broker's topics, from their beginning. */
public final class Broker {

    private static final Duration PATIENCE = Duration.ofMillis(500);

    private final String broker;

    /** What the broker at {@code broker} ({@code host:port}) was told. */
    public Broker(String broker) {
        this.broker = broker;
    }

    private record Image(String job, int image) {}

    /**
     * The jobs of which some image's figures were told at two times. A telling that reached the broker twice, because its sender died before it
     * noted that it was sent, is one telling; work that was done twice is told at two times.
     */
    public Set<String> jobsToldTwice() {
        Map<Image, Set<Metric.ImageFigures>> tellings = new HashMap<>();
        read(Topics.METRICS, arrived -> {
            if (!isStray(arrived) && metric(arrived) instanceof Metric.ImageFigures figures) {
                tellings.computeIfAbsent(new Image(arrived.key(), figures.image()), image -> new HashSet<>())
                        .add(figures);
            }
        });
        return tellings.entrySet().stream()
                .filter(telling -> telling.getValue().size() > 1)
                .map(telling -> telling.getKey().job())
                .collect(Collectors.toSet());
    }

    /** Why records were set aside as dead letters, other than those that topics were poisoned with; empty when none was. */
    public List<String> deadLetters() {
        java.util.ArrayList<String> reasons = new java.util.ArrayList<>();
        read(Topics.DEAD_LETTERS, arrived -> {
            if (!isStray(arrived)) {
                reasons.add("a dead letter: "
                        + java.util.Arrays.stream(arrived.headers().toArray())
                                .map(header -> header.key() + "=" + new String(header.value(), StandardCharsets.UTF_8))
                                .collect(Collectors.joining(" ")));
            }
        });
        return reasons;
    }

    /** Whether a record is one with which a topic was poisoned, or the dead letter of one. */
    private static boolean isStray(ConsumerRecord<String, byte[]> arrived) {
        return arrived.headers().lastHeader(StrayRecords.MARK) != null;
    }

    private void read(String topic, Consumer<ConsumerRecord<String, byte[]>> reader) {
        try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", broker), new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(PATIENCE).forEach(reader);
            }
        }
    }

    private static Metric metric(ConsumerRecord<String, byte[]> arrived) {
        byte[] type = arrived.headers().lastHeader(MessageCodec.TYPE_HEADER).value();
        try {
            return MessageCodec.read(new String(type, StandardCharsets.UTF_8), arrived.value(), Metric.class);
        } catch (UnreadableMessageException e) {
            throw new IllegalStateException("what workers tell has to be readable", e);
        }
    }
}
