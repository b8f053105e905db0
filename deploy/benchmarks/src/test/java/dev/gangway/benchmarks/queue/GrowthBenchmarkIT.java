package dev.gangway.benchmarks.queue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.embedded.EmbeddedProcess;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The whole way of the benchmark at tiny size, with a clock that does not run. */
class GrowthBenchmarkIT {

    @Test
    void everyOperationIsMeasuredAtBothQueuesAndNothingRunsOn() throws IOException {
        Path checkout = EmbeddedProcess.homeOfTests().resolve("../../..");
        GrowthReport report = new GrowthBenchmark(checkout, () -> 0, line -> {}).run(new Growth(10, 12, 2, 1));

        assertThat(report.rows()).hasSameSizeAs(Operation.values());
        assertThat(report.rows())
                .filteredOn(row -> row.operation().equals(Operation.ADMISSION.description()))
                .as("the gateway's own clock has run")
                .singleElement()
                .satisfies(row -> assertThat(row.few().median()).isPositive())
                .satisfies(row -> assertThat(row.many().median()).isPositive());
        assertThat(ProcessHandle.current().descendants())
                .noneMatch(process -> process.info().commandLine().orElse("").contains("gangway-benchmark-"));
    }
}
