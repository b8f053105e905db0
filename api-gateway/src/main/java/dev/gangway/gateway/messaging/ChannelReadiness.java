package dev.gangway.gateway.messaging;

import dev.gangway.ledger.broker.ConsumerLife;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/** Whether records are read from every topic that this service listens to; whether the broker answers is another check's question. */
@Readiness
@ApplicationScoped
class ChannelReadiness implements HealthCheck {

    private final KafkaClientService clients;

    ChannelReadiness(KafkaClientService clients) {
        this.clients = clients;
    }

    @Override
    public HealthCheckResponse call() {
        Map<String, String> faults = new TreeMap<>();
        for (String channel : clients.getConsumerChannels()) {
            clients.getConsumers(channel).forEach(consumer -> ConsumerLife.fault(consumer.unwrap())
                    .ifPresent(fault -> faults.put(channel, fault)));
        }
        HealthCheckResponseBuilder answer =
                HealthCheckResponse.named("Kafka channels").status(faults.isEmpty());
        faults.forEach(answer::withData);
        return answer.build();
    }
}
