package dev.gangway.ledger.worker;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What an operator sees of a worker: {@code gangway.worker.tasks}, how many tasks ended how ({@code end}: done, failed or stopped, and a
 * failure's {@code code}) and how long they took; {@code gangway.worker.busy}, whether it works on one; and
 * {@code gangway.process.resident}, the bytes that its process holds of the machine's memory, native ones included.
 */
public final class WorkMeters {

    private static final Path STATUS = Path.of("/proc/self/status");
    private static final String RESIDENT = "VmRSS:";
    private static final int KILOBYTE = 1024;
    private static final String NONE = "none";

    private final MeterRegistry meters;

    public WorkMeters(MeterRegistry meters) {
        this.meters = meters;
    }

    /** The same work, counted and timed. */
    public Work measured(Work work) {
        return (lease, stop) -> {
            Timer.Sample begin = Timer.start(meters);
            try {
                Outcome outcome = work.run(lease, stop);
                begin.stop(timer(outcome));
                return outcome;
            } catch (Exception | Error e) {
                begin.stop(timer("failed", "thrown"));
                throw e;
            }
        };
    }

    /** Watches a worker that runs on measured work. */
    public void watch(Worker worker) {
        Gauge.builder("gangway.worker.busy", worker, each -> each.isBusy() ? 1 : 0)
                .description("whether the worker works on a task")
                .register(meters);
        Gauge.builder("gangway.process.resident", STATUS, WorkMeters::residentBytes)
                .description("memory of the machine that the process holds")
                .baseUnit("bytes")
                .register(meters);
    }

    private Timer timer(Outcome outcome) {
        if (outcome instanceof Outcome.Failed failed) {
            return timer("failed", failed.failure().code());
        }
        return timer(outcome instanceof Outcome.Done ? "done" : "stopped", NONE);
    }

    private Timer timer(String end, String code) {
        return Timer.builder("gangway.worker.tasks")
                .description("tasks that ended, and how long they were worked on")
                .tags("end", end, "code", code)
                .register(meters);
    }

    /** Not a number where the system does not say. */
    private static double residentBytes(Path status) {
        try {
            return Files.readAllLines(status).stream()
                    .filter(line -> line.startsWith(RESIDENT))
                    .map(line -> line.substring(RESIDENT.length()).strip())
                    .mapToDouble(text -> Double.parseDouble(text.substring(0, text.indexOf(' '))) * KILOBYTE)
                    .findFirst()
                    .orElse(Double.NaN);
        } catch (IOException e) {
            return Double.NaN;
        }
    }
}
