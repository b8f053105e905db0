package dev.gangway.completion.worker;

import ai.djl.Device;
import ai.djl.engine.Engine;
import dev.gangway.completion.config.CompletionConfig;
import dev.gangway.ledger.assignment.Assignments;
import dev.gangway.ledger.assignment.Cancellations;
import dev.gangway.ledger.worker.Worker;
import dev.gangway.ledger.worker.WorkerSettings;
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
    Device device(CompletionConfig config) {
        String name = config.worker().device();
        if (!name.equals("auto")) {
            return Device.fromName(name);
        }
        return Engine.getInstance().getGpuCount() > 0 ? Device.gpu() : Device.cpu();
    }

    @Produces
    @Singleton
    WorkerSettings settings(CompletionConfig config, Device device) {
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
            CompletionWork work) {
        return new Worker(assignments, cancellations, clock, settings, work);
    }

    private static String uniqueName() {
        String random = UUID.randomUUID().toString().substring(0, 8);
        try {
            return "completion-" + InetAddress.getLocalHost().getHostName() + "-" + random;
        } catch (UnknownHostException e) {
            return "completion-" + random;
        }
    }
}
