package dev.gangway.trainer.stage;

import ai.djl.Device;
import dev.gangway.contracts.job.JobKind;
import dev.gangway.gan.network.Devices;
import dev.gangway.ledger.assignment.Assignments;
import dev.gangway.ledger.assignment.Cancellations;
import dev.gangway.ledger.worker.ClaimTellers;
import dev.gangway.ledger.worker.JobCommands;
import dev.gangway.ledger.worker.WorkMeters;
import dev.gangway.ledger.worker.Worker;
import dev.gangway.ledger.worker.WorkerSettings;
import dev.gangway.trainer.config.TrainerConfig;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** The worker of this process and the device that it computes on. */
class WorkerBeans {

    @Produces
    @Singleton
    Device device(TrainerConfig config) {
        return Devices.named(config.worker().device());
    }

    @Produces
    @Singleton
    WorkerSettings settings(TrainerConfig config, Device device) {
        String name = config.worker().name().orElseGet(() -> WorkerSettings.uniqueName("trainer"));
        return new WorkerSettings(
                name,
                device.toString(),
                config.worker().lease(),
                config.worker().poll());
    }

    @Produces
    @Singleton
    Worker worker(
            Assignments assignments,
            Cancellations cancellations,
            InstantSource clock,
            WorkerSettings settings,
            TrainingWork work,
            MeterRegistry registry) {
        WorkMeters meters = new WorkMeters(registry);
        Worker worker = new Worker(assignments, cancellations, clock, settings, meters.measured(work));
        meters.watch(worker);
        return worker;
    }

    @Produces
    @Singleton
    ClaimTellers tellers(Assignments assignments, InstantSource clock) {
        return new ClaimTellers(assignments, clock);
    }

    @Produces
    @Singleton
    JobCommands commands(Cancellations cancellations, Worker worker) {
        return new JobCommands(JobKind.TRAINING, cancellations, worker);
    }
}
