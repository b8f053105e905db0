package dev.gangway.trainer.stage;

import dev.gangway.ledger.worker.Worker;
import dev.gangway.trainer.config.TrainerConfig;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jboss.logging.Logger;

/** Starts the worker with the process, and on {@code SIGTERM} lets it write a checkpoint and give its job back. */
@ApplicationScoped
class WorkerLife {

    private static final Logger LOG = Logger.getLogger(WorkerLife.class);

    private final Worker worker;
    private final TrainerConfig config;

    WorkerLife(Worker worker, TrainerConfig config) {
        this.worker = worker;
        this.config = config;
    }

    void start(@Observes StartupEvent started) {
        worker.start();
    }

    void stop(@Observes ShutdownEvent stopping) {
        if (!worker.stop(config.worker().shutdown())) {
            LOG.warnf(
                    "the running job did not stop within %s; its lease will run out",
                    config.worker().shutdown());
        }
    }
}
