package dev.gangway.gateway.messaging;

import dev.gangway.contracts.Topics;
import dev.gangway.gateway.config.GatewayConfig;
import dev.gangway.gateway.config.TopicConfig;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.jboss.logging.Logger;

/** Sees to it that the topics are there, beside the start and for as long as it takes the broker to answer. */
@ApplicationScoped
class TopicCreation {

    private static final Logger LOG = Logger.getLogger(TopicCreation.class);
    private static final int ANSWER_MILLIS = 10_000;
    private static final long STOP_MILLIS = 2_000;

    private final TopicConfig config;
    private final Map<String, Object> settings;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final Thread thread = new Thread(this::ensureSometime, "topic-creation");

    TopicCreation(GatewayConfig config, @Identifier("default-kafka-broker") Map<String, Object> broker) {
        this.config = config.topics();
        this.settings = new HashMap<>(broker);
        settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, ANSWER_MILLIS);
        settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, ANSWER_MILLIS);
    }

    void start(@Observes StartupEvent started) {
        if (config.create()) {
            thread.setDaemon(true);
            thread.start();
        }
    }

    void stop(@Observes ShutdownEvent stopped) throws InterruptedException {
        stopping.countDown();
        thread.interrupt();
        thread.join(STOP_MILLIS);
    }

    private void ensureSometime() {
        try {
            boolean failing = false;
            while (!ensure(failing)) {
                failing = true;
                if (stopping.await(config.tryAgain().toMillis(), TimeUnit.MILLISECONDS)) {
                    return;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean ensure(boolean failing) throws InterruptedException {
        try (Admin broker = Admin.create(settings)) {
            BrokerTopics topics = new BrokerTopics(broker, config.replication());
            List<String> created = topics.create(Topics.all());
            if (!created.isEmpty()) {
                LOG.infof("topics are created: %s", created);
            }
            topics.differences(Topics.all()).forEach(difference -> LOG.warnf("topic %s", difference));
            return true;
        } catch (ExecutionException | RuntimeException e) {
            if (!failing) {
                LOG.warnf(
                        "the topics are not looked after yet, and tried again every %s: %s",
                        config.tryAgain(), e.getMessage());
            }
            return false;
        }
    }
}
