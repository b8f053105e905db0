package dev.gangway.trainer.messaging;

import dev.gangway.contracts.Topics;
import dev.gangway.contracts.job.JobKind;
import dev.gangway.contracts.message.MessageCodec;
import dev.gangway.contracts.worker.WorkerHeartbeat;
import dev.gangway.ledger.worker.Worker;
import dev.gangway.ledger.worker.WorkerSettings;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import org.jboss.logging.Logger;

/** Tells that this worker lives, and whether it could take a job. */
@ApplicationScoped
class Heartbeat {

    private static final Logger LOG = Logger.getLogger(Heartbeat.class);

    private final KafkaRecords records;
    private final Worker worker;
    private final WorkerSettings settings;
    private final InstantSource clock;

    Heartbeat(KafkaRecords records, Worker worker, WorkerSettings settings, InstantSource clock) {
        this.records = records;
        this.worker = worker;
        this.settings = settings;
        this.clock = clock;
    }

    // Not one at a time: an error, as of a full heap, would count as a beat that never ends.
    @Scheduled(every = "10s")
    void beat() {
        WorkerHeartbeat heartbeat = new WorkerHeartbeat(
                settings.name(), JobKind.TRAINING, settings.device(), 1, worker.isBusy() ? 1 : 0, clock.instant());
        records.send(Topics.WORKERS, settings.name(), MessageCodec.typeOf(heartbeat), MessageCodec.write(heartbeat))
                .exceptionally(reason -> {
                    LOG.warnf("no sign of life sent: %s", reason);
                    return null;
                });
    }
}
