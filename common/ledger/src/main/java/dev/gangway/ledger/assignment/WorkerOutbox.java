package dev.gangway.ledger.assignment;

import dev.gangway.contracts.Topics;
import dev.gangway.contracts.event.JobEvent;
import dev.gangway.contracts.metric.Metric;
import dev.gangway.ledger.outbox.Outbox;
import java.sql.Connection;
import java.sql.SQLException;

/** Promises what a worker has to tell, each kind on its own topic. */
final class WorkerOutbox {

    private final Outbox outbox;

    WorkerOutbox(Outbox outbox) {
        this.outbox = outbox;
    }

    void tell(Connection connection, Object message) throws SQLException {
        if (message instanceof JobEvent event) {
            outbox.append(connection, Topics.JOB_EVENTS, event.origin().job().toString(), event);
        } else if (message instanceof Metric metric) {
            outbox.append(connection, Topics.METRICS, metric.job().toString(), metric);
        } else {
            throw new IllegalArgumentException("neither a job event nor a metric: " + message);
        }
    }
}
