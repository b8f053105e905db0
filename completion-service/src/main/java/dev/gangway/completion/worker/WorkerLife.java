package dev.gangway.completion.worker;

import dev.gangway.completion.config.CompletionConfig;
import dev.gangway.ledger.worker.Worker;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jboss.logging.Logger;

/** Starts the worker with the process, and on {@code SIGTERM} lets it give its task back. */
@ApplicationScoped
class WorkerLife {

    private static final Logger LOG = Logger.getLogger(WorkerLife.class);

    private final Worker worker;
    private final CompletionConfig config;

    WorkerLife(Worker worker, CompletionConfig config) {
        this.worker = worker;
        this.config = config;
    }

    void start(@Observes StartupEvent started) {
        worker.start();
    }

    void stop(@Observes ShutdownEvent stopping) {
        if (!worker.stop(config.worker().shutdown())) {
            LOG.warnf(
                    "the running task did not stop within %s; its lease will run out",
                    config.worker().shutdown());
        }
    }
}
