package dev.gangway.gateway.messaging;

import dev.gangway.ledger.broker.ConsumerLife;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Liveness;

/**
 * Whether this process still reads every topic that it listens to. A client whose thread died, as of a full heap, never comes back: only a new
 * process helps.
 */
@Liveness
@ApplicationScoped
class ChannelLiveness implements HealthCheck {

    private final KafkaClientService clients;

    ChannelLiveness(KafkaClientService clients) {
        this.clients = clients;
    }

    @Override
    public HealthCheckResponse call() {
        Map<String, String> faults = new TreeMap<>();
        for (String channel : clients.getConsumerChannels()) {
            clients.getConsumers(channel).forEach(consumer -> ConsumerLife.loss(consumer.unwrap())
                    .ifPresent(fault -> faults.put(channel, fault)));
        }
        HealthCheckResponseBuilder answer =
                HealthCheckResponse.named("Kafka channels").status(faults.isEmpty());
        faults.forEach(answer::withData);
        return answer.build();
    }
}
