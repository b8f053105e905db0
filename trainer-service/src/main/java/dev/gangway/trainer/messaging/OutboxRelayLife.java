package dev.gangway.trainer.messaging;

import dev.gangway.ledger.outbox.Outbox;
import dev.gangway.ledger.outbox.OutboxRelay;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;

/** Sends what the trainer promised to tell, from the process's start until the worker has given its job back. */
@ApplicationScoped
class OutboxRelayLife {

    private static final Duration INTERVAL = Duration.ofMillis(200);
    private static final int AFTER_THE_WORKER = 3000;

    private final OutboxRelay relay;

    OutboxRelayLife(Outbox outbox, KafkaRecords records) {
        this.relay = new OutboxRelay(outbox, records::send, INTERVAL);
    }

    void start(@Observes StartupEvent started) {
        relay.start();
    }

    void stop(@Observes @Priority(AFTER_THE_WORKER) ShutdownEvent stopping) {
        relay.close();
    }
}
