package dev.gangway.benchmarks.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class GrowthReportTest {

    @Test
    void thePageTellsWhatTheLongQueueCosts() {
        GrowthReport report =
                GrowthReport.of(new Growth(10, 96, 7, 0), 20, all(new Times(4, 5)), all(new Times(6, 9)), 2);
        assertThat(report.rows()).hasSameSizeAs(Operation.values()).allSatisfy(row -> assertThat(row.ratio())
                .isEqualTo(1.5));
        assertThat(report.toPage())
                .contains("100 jobs were submitted in 20.0 s by four clients at once: 5 jobs/s")
                .contains("| a submission | 4.0 | 5.0 | 6.0 | 9.0 | 1.50 |");
    }

    @Test
    void aShortQueueHasTwoPages() {
        assertThatThrownBy(() -> new Growth(9, 100, 1, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    private static Map<Operation, Times> all(Times times) {
        return Arrays.stream(Operation.values()).collect(Collectors.toMap(Function.identity(), operation -> times));
    }
}
