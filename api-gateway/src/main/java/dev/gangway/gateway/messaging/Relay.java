package dev.gangway.gateway.messaging;

import dev.gangway.contracts.message.MessageCodec;
import dev.gangway.gateway.config.GatewayConfig;
import dev.gangway.ledger.outbox.Outbox;
import dev.gangway.ledger.outbox.OutboxRecord;
import dev.gangway.ledger.outbox.OutboxRelay;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.concurrent.CompletionStage;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/** Sends what transactions promised, as CloudEvents in binary mode, for as long as the process lives. */
@ApplicationScoped
class Relay {

    private static final String SOURCE = "/gangway/api-gateway";

    private final BrokerChannel broker;
    private final InstantSource clock;
    private final OutboxRelay relay;

    Relay(Outbox outbox, BrokerChannel broker, InstantSource clock, GatewayConfig config) {
        this.broker = broker;
        this.clock = clock;
        this.relay = new OutboxRelay(outbox, this::send, config.outbox().relayEvery());
    }

    void start(@Observes StartupEvent started) {
        relay.start();
    }

    void stop(@Observes ShutdownEvent stopping) {
        relay.close();
    }

    private CompletionStage<Void> send(OutboxRecord promised) {
        return broker.send(promised.topic(), promised.key(), promised.body(), headers(promised));
    }

    private Headers headers(OutboxRecord promised) {
        return new RecordHeaders()
                .add("ce_specversion", utf8("1.0"))
                .add("ce_id", utf8("gateway-" + promised.id()))
                .add("ce_source", utf8(SOURCE))
                .add(MessageCodec.TYPE_HEADER, utf8(promised.type()))
                .add("ce_time", utf8(clock.instant().toString()))
                .add("content-type", utf8("application/json"));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
