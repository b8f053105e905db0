package dev.gangway.gateway.config;

import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/**
 * Repeats work more often than once a second, which is the most that Quarkus' own scheduler does. Each work has a thread of its own, so that
 * what takes long, or waits for the database, keeps nothing else waiting.
 */
@ApplicationScoped
public class Periodic {

    private static final Logger LOG = Logger.getLogger(Periodic.class);
    private static final long STOP_SECONDS = 10;

    private final List<ScheduledExecutorService> threads = new CopyOnWriteArrayList<>();

    /**
     * Does {@code work} again and again, {@code pause} after it ended. A failure is logged when it starts and when it
     * is over, and ends nothing.
     *
     * @param name what to call it in the log
     */
    public Repeated repeat(String name, Duration pause, Runnable work) {
        ScheduledExecutorService thread =
                Executors.newSingleThreadScheduledExecutor(run -> new Thread(run, "periodic-" + name));
        threads.add(thread);
        Guarded guarded = new Guarded(name, work);
        ScheduledFuture<?> unused =
                thread.scheduleWithFixedDelay(guarded, pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
        return new Repeated(thread, guarded);
    }

    /** Work ends before the database connections that it uses are closed. */
    void stop(@Observes ShutdownEvent stopping) throws InterruptedException {
        threads.forEach(ScheduledExecutorService::shutdownNow);
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(STOP_SECONDS);
        for (ScheduledExecutorService thread : threads) {
            if (!thread.awaitTermination(deadline - System.nanoTime(), TimeUnit.NANOSECONDS)) {
                LOG.warn("periodic work did not stop in time");
            }
        }
    }

    /** Work that is repeated. */
    public static final class Repeated {

        private final ScheduledExecutorService thread;
        private final Runnable work;
        private final AtomicBoolean wanted = new AtomicBoolean();

        private Repeated(ScheduledExecutorService thread, Runnable work) {
            this.thread = thread;
            this.work = work;
        }

        /** Does the work as soon as its thread is free, once for all who asked until then. */
        public void soon() {
            if (wanted.compareAndSet(false, true)) {
                try {
                    thread.execute(this::now);
                } catch (RejectedExecutionException e) {
                    LOG.debug("nothing is repeated any more, because the service stops");
                }
            }
        }

        private void now() {
            wanted.set(false);
            work.run();
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
            } catch (RuntimeException | Error e) {
                // An error would end the repetition without a word: a full heap is empty again when its cause has gone.
                if (!failing && !Thread.currentThread().isInterrupted()) {
                    LOG.warnf(e, "work=%s fails and is repeated", name);
                }
                failing = true;
            }
        }
    }
}
