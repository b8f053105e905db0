package dev.gangway.gateway.config;

import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.health.AsyncHealthCheckFactory;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/** Gives health checks threads of their own: a service whose threads are all at work is busy, and not ill. */
@Alternative
@Priority(1)
@Singleton
class HealthThreads extends AsyncHealthCheckFactory {

    private static final int THREADS = 4;

    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS, run -> new Thread(run, "health"));

    @Override
    public Uni<HealthCheckResponse> callSync(HealthCheck check) {
        Context caller = Vertx.currentContext();
        Executor back = caller == null
                ? Infrastructure.getDefaultExecutor()
                : answer -> caller.runOnContext(ignored -> answer.run());
        return super.callSync(check).runSubscriptionOn(threads).emitOn(back);
    }

    void stop(@Observes ShutdownEvent stopping) {
        threads.shutdown();
    }
}
