package dev.gangway.gateway.housekeeping;

import dev.gangway.gateway.config.Periodic;
import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jboss.logging.Logger;

/** Drops what nobody will ask for any more. */
@ApplicationScoped
class Housekeeping {

    private static final Logger LOG = Logger.getLogger(Housekeeping.class);
    private static final Duration PAUSE = Duration.ofHours(1);

    private final List<Leftovers> leftovers;
    private final InstantSource clock;

    Housekeeping(@All List<Leftovers> leftovers, InstantSource clock) {
        this.leftovers = leftovers;
        this.clock = clock;
    }

    void start(@Observes StartupEvent started, Periodic periodic) {
        periodic.repeat("housekeeping", PAUSE, this::tidy);
    }

    /** Drops what is too old by now, each kind in a transaction of its own: one that cannot be dropped keeps none of the others. */
    void tidy() {
        Instant now = clock.instant();
        for (Leftovers kind : leftovers) {
            try {
                drop(kind, now);
            } catch (RuntimeException e) {
                LOG.warnf(e, "%s are not dropped this time", kind.name());
            }
        }
    }

    private static void drop(Leftovers kind, Instant now) {
        long dropped = QuarkusTransaction.requiringNew().call(() -> kind.drop().applyAsLong(now));
        if (dropped > 0) {
            LOG.infof("dropped %s %s", dropped, kind.name());
        }
    }
}
