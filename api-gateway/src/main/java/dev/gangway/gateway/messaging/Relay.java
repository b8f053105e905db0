package dev.gangway.gateway.messaging;

import dev.gangway.gateway.config.GatewayConfig;
import dev.gangway.ledger.broker.MessageHeaders;
import dev.gangway.ledger.outbox.Outbox;
import dev.gangway.ledger.outbox.OutboxRecord;
import dev.gangway.ledger.outbox.OutboxRelay;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletionStage;

/** Sends what transactions promised, as CloudEvents in binary mode, for as long as the process lives. */
@ApplicationScoped
class Relay {

    private static final String SOURCE = "/gangway/api-gateway";

    private final BrokerChannel broker;
    private final OutboxRelay relay;

    Relay(Outbox outbox, BrokerChannel broker, GatewayConfig config) {
        this.broker = broker;
        this.relay = new OutboxRelay(outbox, this::send, config.outbox().relayEvery());
    }

    void start(@Observes StartupEvent started) {
        relay.start();
    }

    void stop(@Observes ShutdownEvent stopping) {
        relay.close();
    }

    private CompletionStage<Void> send(OutboxRecord promised) {
        return broker.send(
                promised.topic(),
                promised.key().getBytes(StandardCharsets.UTF_8),
                MessageHeaders.of(promised, SOURCE),
                promised.body());
    }
}
