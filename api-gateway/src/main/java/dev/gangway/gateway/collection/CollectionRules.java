package dev.gangway.gateway.collection;

import dev.gangway.artifacts.orphan.Graces;
import dev.gangway.gateway.config.CollectionConfig;
import dev.gangway.gateway.config.GatewayConfig;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import org.jboss.logging.Logger;

/** The times that a collection goes by, and the log and the metrics that hear of it. */
@ApplicationScoped
class CollectionRules {

    private static final Logger LOG = Logger.getLogger(CollectionRules.class);

    private final CollectionConfig config;
    private final InstantSource clock;
    private final MeterRegistry meters;

    CollectionRules(GatewayConfig config, InstantSource clock, MeterRegistry meters) {
        this.config = config.collection();
        this.clock = clock;
        this.meters = meters;
    }

    Instant now() {
        return clock.instant();
    }

    int longestSeconds() {
        return Math.toIntExact(config.longest().toSeconds());
    }

    Graces graces() {
        return new Graces(config.grace(), config.graceAfterEnd(), config.uploadsKeep());
    }

    void tell(Collected collected) {
        Collected.Tally all = collected.all();
        if (all.objects() + collected.checkpoints() > 0) {
            LOG.infof(
                    "%s %d objects of %d bytes %s; %d checkpoints are not kept",
                    collected.dryRun() ? "would delete" : "deleted",
                    all.objects(),
                    all.bytes(),
                    collected.orphans(),
                    collected.checkpoints());
        }
        if (!collected.dryRun()) {
            collected.orphans().forEach((kind, tally) -> {
                meters.counter("gangway.collection.objects", "kind", kind).increment((double) tally.objects());
                meters.counter("gangway.collection.bytes", "kind", kind).increment((double) tally.bytes());
            });
            meters.counter("gangway.collection.checkpoints").increment((double) collected.checkpoints());
        }
    }
}
