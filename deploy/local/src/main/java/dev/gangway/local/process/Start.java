package dev.gangway.local.process;

import dev.gangway.embedded.RunningProcess;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** One start of the system: the embedded parts first, then the services side by side; all of what is missing, or nothing. */
final class Start {

    private static final Duration STOPS_WITHIN = Duration.ofSeconds(20);

    private final Layout layout;
    private final Duration within;
    private final Consumer<String> progress;
    private final Deque<Started> started = new ArrayDeque<>();

    Start(Layout layout, Duration within, Consumer<String> progress) {
        this.layout = layout;
        this.within = within;
        this.progress = progress;
    }

    void run(EmbeddedPart embedded, List<ServicePart> services) {
        try {
            awaitReady(embedded, running(embedded));
            Map<ServicePart, RunningProcess> processes = new LinkedHashMap<>();
            services.forEach(service -> processes.put(service, running(service)));
            processes.forEach(this::awaitReady);
        } catch (RuntimeException e) {
            stopWhatWasStarted();
            throw e;
        }
    }

    private RunningProcess running(PartProcess part) {
        return part.find().orElseGet(() -> {
            progress.accept(part.part() + " starting");
            RunningProcess process = part.start(layout);
            started.push(new Started(part, process));
            return process;
        });
    }

    private void awaitReady(PartProcess part, RunningProcess process) {
        part.awaitReady(process, layout, within, progress);
        progress.accept(part.part() + " ready");
    }

    private void stopWhatWasStarted() {
        started.forEach(each -> {
            each.process().stop(STOPS_WITHIN);
            // What the process itself started, and it could not stop any more.
            each.part().stop();
            progress.accept(each.part().part() + " stopped again");
        });
    }

    private record Started(PartProcess part, RunningProcess process) {}
}
