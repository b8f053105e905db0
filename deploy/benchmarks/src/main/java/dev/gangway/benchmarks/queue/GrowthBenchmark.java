package dev.gangway.benchmarks.queue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * Measures the same operations at a short and at a long queue: two systems side by side, in turns, so that whatever else the machine does is
 * done to both.
 */
public final class GrowthBenchmark {

    private static final double NANOSECONDS = 1e9;

    private final Path checkout;
    private final LongSupplier clock;
    private final Consumer<String> progress;

    /**
     * A benchmark of what is built in {@code checkout}.
     *
     * @param clock counts nanoseconds
     * @param progress is told what happens, a line at a time
     */
    public GrowthBenchmark(Path checkout, LongSupplier clock, Consumer<String> progress) {
        this.checkout = checkout;
        this.clock = clock;
        this.progress = progress;
    }

    /** Starts two systems, measures, and stops them. */
    public GrowthReport run(Growth growth) throws IOException {
        progress.accept("starting two gateways, each with a broker, a store and a database");
        try (GatewaySystem smallSystem = GatewaySystem.start(checkout);
                GatewaySystem largeSystem = GatewaySystem.start(checkout)) {
            JobQueue few = queue(smallSystem);
            JobQueue many = queue(largeSystem);
            progress.accept("submitting " + growth.few() + " and " + growth.many() + " jobs");
            few.fill(growth.few());
            double seconds = many.fill(growth.many()) / NANOSECONDS;
            progress.accept("measuring");
            measured(growth.warmUp(), few, many);
            List<Samples> samples = measured(growth.rounds(), few, many);
            requireLength(few, growth.few());
            requireLength(many, growth.many());
            return GrowthReport.of(
                    growth,
                    seconds,
                    samples.get(0).times(),
                    samples.get(1).times(),
                    Runtime.getRuntime().availableProcessors());
        }
    }

    private JobQueue queue(GatewaySystem system) {
        return JobQueue.at(system.address(), checkout.resolve("deploy/local/images/cifar-10-subset.zip"), clock);
    }

    /** The short queue comes first in one round, and the long one in the next. */
    private static List<Samples> measured(int rounds, JobQueue few, JobQueue many) {
        Samples ofFew = new Samples(few);
        Samples ofMany = new Samples(many);
        for (int round = 0; round < rounds; round++) {
            for (Operation operation : Operation.values()) {
                Samples first = round % 2 == 0 ? ofFew : ofMany;
                Samples second = round % 2 == 0 ? ofMany : ofFew;
                first.take(operation);
                second.take(operation);
            }
        }
        return List.of(ofFew, ofMany);
    }

    private static void requireLength(JobQueue queue, int length) {
        if (queue.length() != length) {
            throw new IllegalStateException("the queue was to keep its length " + length + ", not " + queue.length());
        }
    }

    /** What was measured at one queue. */
    private record Samples(JobQueue queue, Map<Operation, List<Long>> nanoseconds) {

        Samples(JobQueue queue) {
            this(queue, new EnumMap<>(Operation.class));
        }

        void take(Operation operation) {
            nanoseconds.computeIfAbsent(operation, unseen -> new ArrayList<>()).add(queue.measure(operation));
        }

        Map<Operation, Times> times() {
            Map<Operation, Times> times = new EnumMap<>(Operation.class);
            nanoseconds.forEach((operation, taken) -> times.put(operation, Times.of(taken)));
            return times;
        }
    }
}
