package dev.gangway.trainer.persistence;

import dev.gangway.contracts.job.JobKind;
import dev.gangway.ledger.assignment.Assignments;
import dev.gangway.ledger.assignment.Cancellations;
import dev.gangway.ledger.assignment.Trimming;
import dev.gangway.ledger.outbox.Outbox;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.InstantSource;
import javax.sql.DataSource;

/** The trainer's ledger, in its own schema. */
class LedgerBeans {

    @Produces
    @Singleton
    Clock clock() {
        return Clock.systemUTC();
    }

    @Produces
    @Singleton
    Outbox outbox(DataSource database, InstantSource clock) {
        return new Outbox(database, clock);
    }

    @Produces
    @Singleton
    Assignments assignments(DataSource database, Outbox outbox, InstantSource clock) {
        return new Assignments(database, outbox, clock, JobKind.TRAINING);
    }

    @Produces
    @Singleton
    Cancellations cancellations(DataSource database, Outbox outbox, InstantSource clock) {
        return new Cancellations(database, outbox, clock, JobKind.TRAINING);
    }

    @Produces
    @Singleton
    Trimming trimming(DataSource database, InstantSource clock) {
        return new Trimming(database, clock);
    }
}
