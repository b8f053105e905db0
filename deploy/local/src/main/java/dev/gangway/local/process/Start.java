package dev.gangway.local.process;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;

/** One start of the system: the embedded parts first, then the services side by side; all of what is missing, or nothing. */
final class Start {

    private final Ports ports;
    private final Duration within;
    private final Consumer<String> progress;
    private final Deque<PartProcess> started = new ArrayDeque<>();

    Start(Ports ports, Duration within, Consumer<String> progress) {
        this.ports = ports;
        this.within = within;
        this.progress = progress;
    }

    void run(EmbeddedPart embedded, List<ServicePart> services) {
        try {
            startIfMissing(embedded);
            embedded.awaitReady(ports, within);
            progress.accept(embedded.part() + " ready");
            services.forEach(this::startIfMissing);
            for (ServicePart service : services) {
                service.awaitReady(ports, within);
                progress.accept(service.part() + " ready");
            }
        } catch (RuntimeException e) {
            stopWhatWasStarted();
            throw e;
        }
    }

    private void startIfMissing(PartProcess part) {
        if (part.find().isEmpty()) {
            progress.accept(part.part() + " starting");
            started.push(part);
            part.start(ports);
        }
    }

    private void stopWhatWasStarted() {
        started.forEach(part -> {
            part.stop();
            progress.accept(part.part() + " stopped again");
        });
    }
}
