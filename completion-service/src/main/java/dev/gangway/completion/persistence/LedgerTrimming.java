package dev.gangway.completion.persistence;

import dev.gangway.ledger.assignment.LedgerUnavailableException;
import dev.gangway.ledger.assignment.Trimming;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/** Trims the ledger once an hour. */
@ApplicationScoped
class LedgerTrimming {

    private static final Logger LOG = Logger.getLogger(LedgerTrimming.class);

    private final Trimming trimming;

    LedgerTrimming(Trimming trimming) {
        this.trimming = trimming;
    }

    @Scheduled(every = "1h", delayed = "1m")
    void trim() {
        try {
            Trimming.Trimmed trimmed = trimming.trim();
            if (trimmed.tasks() + trimmed.messages() + trimmed.cancellations() > 0) {
                LOG.infof(
                        "trimmed %d tasks, %d messages and %d cancellations of the ledger",
                        trimmed.tasks(), trimmed.messages(), trimmed.cancellations());
            }
        } catch (LedgerUnavailableException e) {
            LOG.warnf("the ledger is trimmed later: %s", e.getMessage());
        }
    }
}
