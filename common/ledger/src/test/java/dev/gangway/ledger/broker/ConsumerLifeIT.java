package dev.gangway.ledger.broker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.contracts.Topics;
import dev.gangway.embedded.EmbeddedProcess;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.Test;

class ConsumerLifeIT {

    @Test
    void aConsumerLivesFromItsFirstPollUntilItIsClosed() {
        assertThat(ConsumerLife.fault(null)).contains("has not begun to read");
        KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", EmbeddedProcess.shared().kafkaBootstrap()),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        consumer.assign(List.of(new TopicPartition(Topics.WORKERS, 0)));
        assertThat(ConsumerLife.fault(consumer)).contains("has not begun to read");
        assertThat(ConsumerLife.loss(consumer)).isEmpty();
        consumer.poll(Duration.ofMillis(10));
        assertThat(ConsumerLife.fault(consumer)).isEmpty();

        consumer.close();

        assertThat(ConsumerLife.fault(consumer)).contains("has stopped reading");
        assertThat(ConsumerLife.loss(consumer)).contains("has stopped reading");
    }
}
