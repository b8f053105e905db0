package dev.gangway.gateway.config;

import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Repeats work more often than once a second, which is the most that Quarkus' own scheduler does. */
@ApplicationScoped
public class Periodic {

    private static final Logger LOG = Logger.getLogger(Periodic.class);
    private static final int THREADS = 3;
    private static final long STOP_SECONDS = 10;

    private final ScheduledExecutorService executor = Executors.newScheduledThreadPool(THREADS);

    /**
     * Does {@code work} again and again, {@code pause} after it ended. A failure is logged when it starts and when it
     * is over, and ends nothing.
     *
     * @param name what to call it in the log
     */
    public void repeat(String name, Duration pause, Runnable work) {
        ScheduledFuture<?> unused = executor.scheduleWithFixedDelay(
                new Guarded(name, work), pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Work ends before the database connections that it uses are closed. */
    void stop(@Observes ShutdownEvent stopping) throws InterruptedException {
        executor.shutdownNow();
        if (!executor.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
            LOG.warn("periodic work did not stop in time");
        }
    }

    /** Work whose failures do not keep it from being repeated; only one thread at a time runs it. */
    private static final class Guarded implements Runnable {

        private final String name;
        private final Runnable work;
        private boolean failing;

        Guarded(String name, Runnable work) {
            this.name = name;
            this.work = work;
        }

        @Override
        public void run() {
            try {
                work.run();
                if (failing) {
                    LOG.infof("work=%s goes on", name);
                }
                failing = false;
            } catch (RuntimeException e) {
                if (!failing && !Thread.currentThread().isInterrupted()) {
                    LOG.warnf(e, "work=%s fails and is repeated", name);
                }
                failing = true;
            }
        }
    }
}
