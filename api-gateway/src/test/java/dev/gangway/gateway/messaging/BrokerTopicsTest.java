package dev.gangway.gateway.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.gangway.contracts.Topics.Topic;
import dev.gangway.embedded.EmbeddedProcess;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BrokerTopicsTest {

    private final Admin broker = Admin.create(
            Map.<String, Object>of("bootstrap.servers", EmbeddedProcess.shared().kafkaBootstrap()));
    private final BrokerTopics topics = new BrokerTopics(broker, (short) 1);
    private final String prefix = "test." + UUID.randomUUID();
    private final Topic kept = new Topic(prefix + ".kept", 3, false);
    private final Topic forgotten = new Topic(prefix + ".forgotten", 1, true, Duration.ofDays(30), 100_000);
    private final Topic compacted = new Topic(prefix + ".compacted", 1, true);

    @AfterEach
    void disconnect() throws ExecutionException, InterruptedException {
        List<String> mine = broker.listTopics().names().get().stream()
                .filter(name -> name.startsWith(prefix))
                .toList();
        broker.deleteTopics(mine).all().get();
        broker.close();
    }

    @Test
    void whatIsMissingIsCreatedAsItIsMeantAndOnlyOnce() throws ExecutionException, InterruptedException {
        assertThat(topics.create(List.of(kept, forgotten, compacted)))
                .containsExactlyInAnyOrder(kept.name(), forgotten.name(), compacted.name());
        // A broker that has just made topics does not describe them at once.
        await().ignoreExceptionsInstanceOf(ExecutionException.class)
                .untilAsserted(() -> assertThat(topics.differences(List.of(kept, forgotten, compacted)))
                        .isEmpty());
        assertThat(topics.create(List.of(kept, forgotten, compacted))).isEmpty();
    }

    @Test
    void whatIsThereOtherwiseIsSaidAndLeftAsItIs() throws ExecutionException, InterruptedException {
        broker.createTopics(List.of(
                        new NewTopic(kept.name(), 1, (short) 1).configs(Map.of("retention.ms", "1000")),
                        new NewTopic(compacted.name(), 2, (short) 1)))
                .all()
                .get();
        assertThat(topics.create(List.of(kept, compacted))).isEmpty();
        assertThat(topics.differences(List.of(kept, compacted)))
                .containsExactly(
                        kept.name() + " has 1 partitions, meant are 3",
                        kept.name() + " has retention.ms=1000, meant is 604800000",
                        compacted.name() + " has cleanup.policy=delete, meant is compact");
        assertThat(topics.differences(List.of(kept, compacted))).hasSize(3);
    }
}
