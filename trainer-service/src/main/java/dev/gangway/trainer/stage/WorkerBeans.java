package dev.gangway.trainer.stage;

import ai.djl.Device;
import ai.djl.engine.Engine;
import dev.gangway.ledger.assignment.Assignments;
import dev.gangway.ledger.assignment.Cancellations;
import dev.gangway.ledger.worker.Worker;
import dev.gangway.ledger.worker.WorkerSettings;
import dev.gangway.trainer.config.TrainerConfig;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.InstantSource;
import java.util.UUID;

/** The worker of this process and the device that it computes on. */
class WorkerBeans {

    @Produces
    @Singleton
    Device device(TrainerConfig config) {
        String name = config.worker().device();
        if (!name.equals("auto")) {
            return Device.fromName(name);
        }
        return Engine.getInstance().getGpuCount() > 0 ? Device.gpu() : Device.cpu();
    }

    @Produces
    @Singleton
    WorkerSettings settings(TrainerConfig config, Device device) {
        String name = config.worker().name().orElseGet(WorkerBeans::uniqueName);
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
            TrainingWork work) {
        return new Worker(assignments, cancellations, clock, settings, work);
    }

    private static String uniqueName() {
        String random = UUID.randomUUID().toString().substring(0, 8);
        try {
            return "trainer-" + InetAddress.getLocalHost().getHostName() + "-" + random;
        } catch (UnknownHostException e) {
            return "trainer-" + random;
        }
    }
}
