package dev.gangway.gateway.measurement;

import dev.gangway.contracts.job.JobKind;
import dev.gangway.contracts.worker.WorkerHeartbeat;
import dev.gangway.gateway.config.GatewayConfig;
import dev.gangway.gateway.config.Periodic;
import dev.gangway.gateway.job.Backlog;
import dev.gangway.gateway.persistence.BacklogReading;
import dev.gangway.gateway.persistence.WorkerRepository;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;

/** Shows what waits, and who could do it. Every gateway counts the same rows: of several, one counts. */
@ApplicationScoped
class BacklogMeters {

    private final BacklogReading reading;
    private final WorkerRepository workers;
    private final InstantSource clock;
    private final GatewayConfig config;
    private volatile Backlog backlog = Backlog.NONE;
    private volatile List<WorkerHeartbeat> alive = List.of();

    BacklogMeters(BacklogReading reading, WorkerRepository workers, InstantSource clock, GatewayConfig config) {
        this.reading = reading;
        this.workers = workers;
        this.clock = clock;
        this.config = config;
    }

    void start(@Observes StartupEvent started, MeterRegistry meters, Periodic periodic) {
        for (JobKind kind : JobKind.values()) {
            register(
                    meters, "gangway.queue", kind.name(), () -> backlog.jobs().getOrDefault(kind, Backlog.Queue.EMPTY));
            register(meters, "gangway.workers", kind, worker -> 1);
            register(meters, "gangway.workers.slots", kind, WorkerHeartbeat::slots);
            register(meters, "gangway.workers.busy", kind, WorkerHeartbeat::busy);
        }
        register(meters, "gangway.outbox", "", () -> backlog.outbox());
        register(meters, "gangway.webhooks", "", () -> backlog.deliveries());
        periodic.repeat("measurement", config.measurement().every(), this::measure);
    }

    private void measure() {
        QuarkusTransaction.requiringNew().run(() -> {
            backlog = reading.read();
            Instant goneBefore = clock.instant().minus(config.workers().goneAfter());
            alive = workers.all().stream()
                    .filter(worker -> worker.at().isAfter(goneBefore))
                    .toList();
        });
    }

    private void register(MeterRegistry meters, String name, String kind, Supplier<Backlog.Queue> what) {
        Gauge.builder(name + ".waiting", () -> what.get().count())
                .tag("kind", label(kind))
                .register(meters);
        Gauge.builder(name + ".oldest", () -> seconds(what.get()))
                .tag("kind", label(kind))
                .baseUnit("seconds")
                .register(meters);
    }

    private void register(MeterRegistry meters, String name, JobKind kind, ToLongFunction<WorkerHeartbeat> figure) {
        Gauge.builder(name, () -> alive.stream()
                        .filter(worker -> worker.kind() == kind)
                        .mapToLong(figure)
                        .sum())
                .tag("kind", label(kind.name()))
                .register(meters);
    }

    private double seconds(Backlog.Queue waiting) {
        return waiting.since() == null
                ? 0
                : Duration.between(waiting.since(), clock.instant()).toMillis() / 1_000.0;
    }

    private static String label(String kind) {
        return kind.toLowerCase(Locale.ROOT);
    }
}
