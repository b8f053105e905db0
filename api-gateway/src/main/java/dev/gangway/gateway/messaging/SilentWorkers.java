package dev.gangway.gateway.messaging;

import dev.gangway.contracts.Topics;
import dev.gangway.contracts.job.JobKind;
import dev.gangway.gateway.config.GatewayConfig;
import dev.gangway.gateway.config.Periodic;
import dev.gangway.gateway.lifecycle.LostClaims;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.InstantSource;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Looks again and again whether all workers of a kind are silent, as far as everything that they said is read. */
@ApplicationScoped
class SilentWorkers {

    private final LostClaims claims;
    private final InstantSource clock;
    private final Map<String, Object> settings;
    private final String group;

    private Admin broker;
    private HeardWorkers heard;

    SilentWorkers(
            LostClaims claims,
            InstantSource clock,
            @Identifier("default-kafka-broker") Map<String, Object> settings,
            @ConfigProperty(name = "mp.messaging.incoming.workers.group.id") String group) {
        this.claims = claims;
        this.clock = clock;
        this.settings = Map.copyOf(settings);
        this.group = group;
    }

    void start(@Observes StartupEvent started, Periodic periodic, GatewayConfig config) {
        periodic.repeat("lost claims", config.workers().sweepEvery(), this::look);
    }

    void stop(@Observes ShutdownEvent stopping) {
        synchronized (this) {
            if (broker != null) {
                broker.close();
            }
        }
    }

    /** Looks once, and ends the claims that nobody can hold any more. */
    synchronized void look() {
        if (broker == null) {
            broker = Admin.create(settings);
            heard = new HeardWorkers(broker, Topics.WORKERS, group, claims.patience());
        }
        try {
            heard.until(clock.instant()).ifPresent(until -> {
                for (JobKind kind : JobKind.values()) {
                    claims.sweep(kind, until);
                }
            });
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
