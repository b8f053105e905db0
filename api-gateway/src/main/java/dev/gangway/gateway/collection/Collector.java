package dev.gangway.gateway.collection;

import dev.gangway.artifacts.orphan.OrphanSearch;
import dev.gangway.artifacts.store.ObjectStore;
import dev.gangway.gateway.config.CollectionConfig;
import dev.gangway.gateway.config.GatewayConfig;
import dev.gangway.gateway.config.Periodic;
import dev.gangway.gateway.persistence.JobRepository;
import dev.gangway.gateway.upload.UploadUse;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;

/** Deletes in the store what no job keeps and nothing names, on one replica at a time. */
@ApplicationScoped
public class Collector {

    private final ObjectStore store;
    private final CheckpointRetention retention;
    private final RecordedWork work;
    private final JobRepository jobs;
    private final UploadUse use;
    private final CollectionRules rules;

    Collector(
            ObjectStore store,
            CheckpointRetention retention,
            RecordedWork work,
            JobRepository jobs,
            UploadUse use,
            CollectionRules rules) {
        this.store = store;
        this.retention = retention;
        this.work = work;
        this.jobs = jobs;
        this.use = use;
        this.rules = rules;
    }

    void start(@Observes StartupEvent started, Periodic periodic, GatewayConfig settings) {
        CollectionConfig config = settings.collection();
        periodic.repeat("collection", config.every(), () -> collect(config.dryRun()));
    }

    /**
     * Collects now.
     *
     * @param dryRun whether to delete nothing and only say what would be
     * @return what was deleted; empty when another replica, or another request, is at it
     */
    public Optional<Collected> collect(boolean dryRun) {
        return QuarkusTransaction.requiringNew()
                .timeout(rules.longestSeconds())
                .call(() -> jobs.tryLockCollection() ? Optional.of(locked(dryRun)) : Optional.empty());
    }

    private Collected locked(boolean dryRun) {
        long checkpoints = retention.apply(dryRun);
        Sweep sweep = new Sweep(store, use, dryRun);
        new OrphanSearch(store, work, rules.graces()).search(rules.now(), sweep);
        Collected collected = new Collected(dryRun, checkpoints, sweep.end());
        rules.tell(collected);
        return collected;
    }
}
