package dev.gangway.gateway.config;

import dev.gangway.ledger.outbox.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import javax.sql.DataSource;

/** Where promised messages are kept: beside the rows of the transaction that promises them. */
@ApplicationScoped
class OutboxSource {

    @Produces
    @Singleton
    Outbox outbox(DataSource database, InstantSource clock) {
        return new Outbox(database, clock);
    }
}
