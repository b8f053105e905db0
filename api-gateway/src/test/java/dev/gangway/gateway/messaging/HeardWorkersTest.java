package dev.gangway.gateway.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.gangway.embedded.EmbeddedProcess;
import dev.gangway.gateway.Broker;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HeardWorkersTest {

    private static final Duration GRACE = Duration.ofSeconds(30);
    private static final Instant START = Instant.parse("2026-05-01T12:00:00Z");

    private final String bootstrap = EmbeddedProcess.shared().kafkaBootstrap();
    private final Admin admin = Admin.create(Map.<String, Object>of("bootstrap.servers", bootstrap));
    private final Broker broker = new Broker(bootstrap);
    private final String topic = "test." + UUID.randomUUID();
    private final String group = topic + ".group";
    private final HeardWorkers heard = new HeardWorkers(admin, topic, group, GRACE);

    @BeforeEach
    void create() throws ExecutionException, InterruptedException {
        admin.createTopics(List.of(new NewTopic(topic, 1, (short) 1))).all().get();
        // Which of the broker's parts knows of it when is the broker's own affair.
        TopicPartition there = new TopicPartition(topic, 0);
        await().ignoreExceptions()
                .until(() -> admin.listOffsets(Map.of(there, OffsetSpec.latest()))
                                .partitionResult(there)
                                .get()
                                .offset()
                        == 0);
        isRead(0);
    }

    @AfterEach
    void disconnect() throws ExecutionException, InterruptedException {
        broker.close();
        admin.deleteTopics(List.of(topic)).all().get();
        admin.close();
    }

    @Test
    void allIsHeardUpToTheLookAfterWhichEverythingWasRead() throws Exception {
        workersSpeak();
        assertThat(heard.until(at(0))).isEmpty();
        assertThat(heard.until(at(40))).as("not read yet").isEmpty();

        isRead(1);
        assertThat(heard.until(at(50)))
                .as("what was awaited since the first look")
                .isEmpty();
        assertThat(heard.until(at(60))).hasValue(at(50));
        assertThat(heard.until(at(70))).hasValue(at(60));
    }

    @Test
    void whatIsSaidMeanwhileIsWaitedFor() throws Exception {
        assertThat(heard.until(at(0))).isEmpty();
        assertThat(heard.until(at(40))).isEmpty();
        assertThat(heard.until(at(50))).hasValue(at(40));

        workersSpeak();
        assertThat(heard.until(at(60))).hasValue(at(50));
        assertThat(heard.until(at(70))).isEmpty();
        isRead(1);
        assertThat(heard.until(at(80))).hasValue(at(60));
    }

    @Test
    void afterABrokerThatDidNotAnswerWorkersHaveTimeToMakeThemselvesHeard() throws Exception {
        heard.until(at(0));
        heard.until(at(40));
        assertThat(heard.until(at(50))).hasValue(at(40));

        admin.deleteTopics(List.of(topic)).all().get();
        assertThat(heard.until(at(60))).isEmpty();
        create();

        assertThat(heard.until(at(70))).isEmpty();
        assertThat(heard.until(at(80))).as("heard of since ten seconds").isEmpty();
        assertThat(heard.until(at(100))).isEmpty();
        assertThat(heard.until(at(101))).hasValue(at(100));
    }

    private void workersSpeak() {
        broker.send(topic, "a worker", "a type", new byte[0]);
    }

    private void isRead(long offset) throws ExecutionException, InterruptedException {
        admin.alterConsumerGroupOffsets(group, Map.of(new TopicPartition(topic, 0), new OffsetAndMetadata(offset)))
                .all()
                .get();
    }

    private static Instant at(int seconds) {
        return START.plusSeconds(seconds);
    }
}
