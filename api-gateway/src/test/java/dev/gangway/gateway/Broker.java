package dev.gangway.gateway;

import dev.gangway.contracts.job.JobId;
import dev.gangway.contracts.message.MessageCodec;
import dev.gangway.contracts.message.UnreadableMessageException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** The broker as a worker sees it: tells events, and reads what the gateway sent. */
public final class Broker implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(100);
    private static final long PATIENCE_NANOS = Duration.ofSeconds(20).toNanos();

    private final String bootstrap;
    private final KafkaProducer<String, byte[]> producer;

    public Broker(String bootstrap) {
        this.bootstrap = bootstrap;
        this.producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrap, "acks", "all", "linger.ms", 0),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    /** Sends a message and waits for the acknowledgement. */
    public void send(String topic, Object key, Object message) {
        send(topic, key, MessageCodec.typeOf(message), MessageCodec.write(message));
    }

    /** Sends bytes that claim to be of a type. */
    public void send(String topic, Object key, String type, byte[] body) {
        send(
                topic,
                key,
                new RecordHeaders().add(MessageCodec.TYPE_HEADER, type.getBytes(StandardCharsets.UTF_8)),
                body);
    }

    /** Sends bytes with headers. */
    public void send(String topic, Object key, Headers headers, byte[] body) {
        ProducerRecord<String, byte[]> outgoing = new ProducerRecord<>(topic, null, key.toString(), body, headers);
        try {
            producer.send(outgoing).get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException("the broker did not take a record", e);
        }
    }

    /** The first {@code count} messages of a job on a topic; fails when they do not come. */
    public <T> List<T> await(String topic, JobId job, Class<T> expected, int count) {
        return awaitRecords(topic, incoming -> job.toString().equals(incoming.key()), count).stream()
                .map(incoming -> read(incoming, expected))
                .toList();
    }

    /** The first {@code count} records on a topic that are wanted; fails when they do not come. */
    public List<ConsumerRecord<String, byte[]>> awaitRecords(
            String topic, Predicate<ConsumerRecord<String, byte[]>> wanted, int count) {
        List<ConsumerRecord<String, byte[]>> found = new ArrayList<>();
        try (KafkaConsumer<String, byte[]> consumer = consumer(topic)) {
            long deadline = System.nanoTime() + PATIENCE_NANOS;
            while (found.size() < count) {
                if (System.nanoTime() > deadline) {
                    throw new AssertionError("only " + found.size() + " of " + count + " records came on " + topic);
                }
                consumer.poll(POLL).forEach(incoming -> {
                    if (wanted.test(incoming)) {
                        found.add(incoming);
                    }
                });
            }
        }
        return found;
    }

    /** How many messages of a job there are on a topic now. */
    public int count(String topic, JobId job) {
        int found = 0;
        try (KafkaConsumer<String, byte[]> consumer = consumer(topic)) {
            Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment());
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                for (ConsumerRecord<String, byte[]> incoming : consumer.poll(POLL)) {
                    found += job.toString().equals(incoming.key()) ? 1 : 0;
                }
            }
        }
        return found;
    }

    @Override
    public void close() {
        producer.close();
    }

    private KafkaConsumer<String, byte[]> consumer(String topic) {
        KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrap), new StringDeserializer(), new ByteArrayDeserializer());
        List<TopicPartition> partitions = new ArrayList<>();
        for (PartitionInfo partition : consumer.partitionsFor(topic)) {
            partitions.add(new TopicPartition(topic, partition.partition()));
        }
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        return consumer;
    }

    private static <T> T read(ConsumerRecord<String, byte[]> incoming, Class<T> expected) {
        String type = new String(
                incoming.headers().lastHeader(MessageCodec.TYPE_HEADER).value(), StandardCharsets.UTF_8);
        try {
            return MessageCodec.read(type, incoming.value(), expected);
        } catch (UnreadableMessageException e) {
            throw new AssertionError(e);
        }
    }
}
