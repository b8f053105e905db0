package dev.gangway.benchmarks.queue;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What was found.
 *
 * @param growth how large it was
 * @param fillSeconds how long it took to submit the long queue
 * @param processors that everything shared
 * @param rows one for each operation
 */
public record GrowthReport(Growth growth, double fillSeconds, int processors, List<Row> rows) {

    /**
     * An operation.
     *
     * @param operation what was done
     * @param few its times at the short queue
     * @param many its times at the long queue
     * @param ratio of the medians: what the length of the queue costs
     */
    public record Row(String operation, Times few, Times many, double ratio) {

        static Row of(Operation operation, Times few, Times many) {
            return new Row(operation.description(), few, many, many.median() / few.median());
        }
    }

    public GrowthReport {
        rows = List.copyOf(rows);
    }

    static GrowthReport of(
            Growth growth, double fillSeconds, Map<Operation, Times> few, Map<Operation, Times> many, int processors) {
        List<Row> rows = Arrays.stream(Operation.values())
                .map(operation -> Row.of(operation, few.get(operation), many.get(operation)))
                .toList();
        return new GrowthReport(growth, fillSeconds, processors, rows);
    }

    /** The table, in Markdown. */
    public String toPage() {
        StringBuilder page = new StringBuilder(text(
                "# queue-growth%n%n%d jobs were submitted in %.1f s by four clients at once: %.0f jobs/s. %d rounds on %d processors; "
                        + "milliseconds, pages of %d jobs.%n%n"
                        + "| | %d queued: median | p95 | %d queued: median | p95 | ratio of medians |%n|---|---:|---:|---:|---:|---:|%n",
                growth.many() + GatewaySystem.AHEAD,
                fillSeconds,
                (growth.many() + GatewaySystem.AHEAD) / fillSeconds,
                growth.rounds(),
                processors,
                Growth.PAGE,
                growth.few(),
                growth.many()));
        for (Row row : rows) {
            page.append(text(
                    "| %s | %.1f | %.1f | %.1f | %.1f | %.2f |%n",
                    row.operation(),
                    row.few().median(),
                    row.few().p95(),
                    row.many().median(),
                    row.many().p95(),
                    row.ratio()));
        }
        return page.toString();
    }

    private static String text(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
