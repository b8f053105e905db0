package dev.gangway.gateway.messaging;

import dev.gangway.ledger.broker.DeadLetters;
import dev.gangway.ledger.broker.Reception;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** How records are received here. */
class ReceptionBeans {

    @Produces
    @Singleton
    Reception reception(BrokerChannel broker, MeterRegistry meters) {
        return new Reception(new DeadLetters(
                broker::send, (topic, code) -> meters.counter("gangway.dead.letters", "topic", topic, "code", code)
                        .increment()));
    }

    void stop(@Observes ShutdownEvent stopping, Reception reception) {
        reception.close();
    }
}
