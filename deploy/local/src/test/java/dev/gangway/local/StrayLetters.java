package dev.gangway.local;

import dev.gangway.contracts.Topics;
import dev.gangway.contracts.message.MessageCodec;
import dev.gangway.contracts.message.UnreadableMessageException;
import dev.gangway.testing.StrayRecords;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Stray records on every topic, and the dead letters that they become. */
final class StrayLetters {

    private static final int COUNT = 500;
    private static final long SEED = 20_260_102;
    private static final Duration POLL = Duration.ofMillis(500);
    private static final long PATIENCE_NANOS = Duration.ofMinutes(2).toNanos();

    private StrayLetters() {}

    static void sendStraysToEveryTopic(String broker) {
        for (Topics.Topic topic : Topics.all()) {
            new StrayRecords(SEED, MessageCodec.typesOn(topic.name()))
                    .send(broker, topic.name(), topic.compacted(), COUNT);
        }
    }

    /** By topic, where those stood that were put aside, as soon as all are that nobody can read. */
    static Map<String, List<String>> awaitOfEveryTopic(String broker) {
        Map<String, Integer> unreadable = new HashMap<>();
        Topics.all().stream()
                .map(Topics.Topic::name)
                .filter(topic -> !topic.equals(Topics.DEAD_LETTERS))
                .forEach(topic -> unreadable.put(topic, unreadable(broker, topic)));
        long deadline = System.nanoTime() + PATIENCE_NANOS;
        while (true) {
            Map<String, List<String>> places = places(broker);
            if (unreadable.entrySet().stream()
                    .allMatch(topic ->
                            places.getOrDefault(topic.getKey(), List.of()).size() >= topic.getValue())) {
                return places;
            }
            if (System.nanoTime() > deadline) {
                throw new AssertionError(
                        "of " + unreadable + " unreadable records only these were put aside: " + places);
            }
        }
    }

    private static int unreadable(String broker, String topic) {
        List<ConsumerRecord<byte[], byte[]>> found = new ArrayList<>();
        read(broker, topic, arrived -> {
            boolean tombstone =
                    arrived.value() == null && (topic.equals(Topics.JOB_COMMANDS) || topic.equals(Topics.WORKERS));
            if (!tombstone && isUnreadable(topic, arrived)) {
                found.add(arrived);
            }
        });
        return found.size();
    }

    private static boolean isUnreadable(String topic, ConsumerRecord<byte[], byte[]> arrived) {
        try {
            Object message = MessageCodec.read(text(arrived, MessageCodec.TYPE_HEADER), arrived.value(), Object.class);
            return !MessageCodec.typesOn(topic).contains(MessageCodec.typeOf(message));
        } catch (UnreadableMessageException e) {
            return true;
        }
    }

    private static Map<String, List<String>> places(String broker) {
        Map<String, List<String>> places = new HashMap<>();
        read(broker, Topics.DEAD_LETTERS, letter -> {
            if (letter.headers().lastHeader(StrayRecords.MARK) != null && text(letter, "gangway-offset") != null) {
                places.computeIfAbsent(text(letter, "gangway-topic"), topic -> new ArrayList<>())
                        .add(text(letter, "gangway-partition") + "/" + text(letter, "gangway-offset"));
            }
        });
        return places;
    }

    private static String text(ConsumerRecord<byte[], byte[]> letter, String name) {
        Header header = letter.headers().lastHeader(name);
        return header == null || header.value() == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }

    private static void read(String broker, String topic, Consumer<ConsumerRecord<byte[], byte[]>> reader) {
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", broker), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(POLL).forEach(reader);
            }
        }
    }
}
