package dev.gangway.gateway.deadletter;

import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Opens the topic of the dead letters to be read, by nobody's group: looking changes nothing. */
@ApplicationScoped
class DeadLetterTopic {

    private static final Map<String, Object> READING = Map.of(
            ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
            false,
            ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
            "earliest",
            ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
            false,
            ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG,
            5_000,
            ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
            5_000);

    private final Map<String, Object> settings;

    DeadLetterTopic(@Identifier("default-kafka-broker") Map<String, Object> broker) {
        this.settings = new HashMap<>(broker);
        settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
        settings.putAll(READING);
    }

    /**
     * Reads.
     *
     * @throws BrokerUnavailableException when the broker does not answer in time
     */
    <T> T read(Function<DeadLetterReading, T> work) {
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            return work.apply(new DeadLetterReading(consumer));
        } catch (KafkaException e) {
            throw new BrokerUnavailableException("the dead letters cannot be read", e);
        }
    }
}
