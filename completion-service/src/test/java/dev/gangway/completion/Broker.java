package dev.gangway.completion;

import dev.gangway.contracts.Topics;
import dev.gangway.contracts.completion.CompletionTask;
import dev.gangway.contracts.event.JobCommand;
import dev.gangway.contracts.event.JobEvent;
import dev.gangway.contracts.job.JobId;
import dev.gangway.contracts.message.MessageCodec;
import dev.gangway.contracts.message.UnreadableMessageException;
import dev.gangway.contracts.metric.Metric;
import dev.gangway.ledger.broker.MessageHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** A client of the real broker that sends messages and remembers all that arrives. */
final class Broker implements AutoCloseable {

    private static final Duration LIMIT = Duration.ofMinutes(3);

    private final KafkaProducer<String, byte[]> producer;
    private final KafkaConsumer<String, byte[]> consumer;
    private final List<ConsumerRecord<String, byte[]>> arrived = new ArrayList<>();

    Broker(String bootstrap, String... topics) {
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrap), new StringSerializer(), new ByteArraySerializer());
        consumer = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        bootstrap,
                        "group.id",
                        UUID.randomUUID().toString(),
                        "auto.offset.reset",
                        "earliest"),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        consumer.subscribe(List.of(topics));
    }

    void send(String topic, Object message) {
        String key = message instanceof CompletionTask task
                ? task.job().toString()
                : ((JobCommand) message).job().toString();
        sendRaw(
                topic,
                key,
                MessageCodec.typeOf(message),
                new String(MessageCodec.write(message), StandardCharsets.UTF_8));
    }

    void sendRaw(String topic, String key, String type, String body) {
        ProducerRecord<String, byte[]> outgoing = new ProducerRecord<>(
                topic,
                null,
                key,
                body.getBytes(StandardCharsets.UTF_8),
                MessageHeaders.ofMessage(type, "/gangway/test", Instant.EPOCH));
        try {
            producer.send(outgoing).get();
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError("the broker did not take a record", e);
        }
    }

    /** The events of one task in their order, up to the first of kind {@code last}. */
    <T extends JobEvent> List<JobEvent> eventsOf(JobId job, int task, Class<T> last) {
        return await("a " + last.getSimpleName() + " of " + job, () -> {
            List<JobEvent> events = messages(
                    Topics.JOB_EVENTS,
                    JobEvent.class,
                    event -> event.origin().job().equals(job) && event.origin().task() == task);
            return events.stream().anyMatch(last::isInstance) ? Optional.of(events) : Optional.empty();
        });
    }

    /** The first event of kind {@code last} of one task. */
    <T extends JobEvent> T eventOf(JobId job, int task, Class<T> last) {
        return eventsOf(job, task, last).stream()
                .filter(last::isInstance)
                .map(last::cast)
                .findFirst()
                .orElseThrow();
    }

    /** The job's metrics of one kind, once there are {@code count} of them. */
    <T extends Metric> List<T> metricsOf(JobId job, Class<T> kind, int count) {
        return await(count + " " + kind.getSimpleName() + " of " + job, () -> {
            List<T> metrics = messages(
                            Topics.METRICS, Metric.class, metric -> metric.job().equals(job))
                    .stream()
                    .filter(kind::isInstance)
                    .map(kind::cast)
                    .toList();
            return metrics.size() >= count ? Optional.of(metrics) : Optional.empty();
        });
    }

    ConsumerRecord<String, byte[]> deadLetterOf(String key) {
        return await("the dead letter " + key, () -> arrived.stream()
                .filter(incoming -> incoming.topic().equals(Topics.DEAD_LETTERS) && key.equals(incoming.key()))
                .findFirst());
    }

    @Override
    public void close() {
        producer.close();
        consumer.close();
    }

    private <T> T await(String what, Supplier<Optional<T>> look) {
        long limit = System.nanoTime() + LIMIT.toNanos();
        while (System.nanoTime() < limit) {
            consumer.poll(Duration.ofMillis(100)).forEach(arrived::add);
            Optional<T> found = look.get();
            if (found.isPresent()) {
                return found.get();
            }
        }
        throw new AssertionError("waited in vain for " + what);
    }

    private <T> List<T> messages(String topic, Class<T> kind, Predicate<T> wanted) {
        return arrived.stream()
                .filter(incoming -> incoming.topic().equals(topic))
                .map(incoming -> read(incoming, kind))
                .filter(wanted)
                .toList();
    }

    private static <T> T read(ConsumerRecord<String, byte[]> incoming, Class<T> kind) {
        try {
            return MessageCodec.read(
                    MessageHeaders.text(incoming.headers(), MessageCodec.TYPE_HEADER), incoming.value(), kind);
        } catch (UnreadableMessageException e) {
            throw new AssertionError("an unreadable record on " + incoming.topic(), e);
        }
    }
}
