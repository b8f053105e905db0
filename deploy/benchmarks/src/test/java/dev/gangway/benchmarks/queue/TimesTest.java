package dev.gangway.benchmarks.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class TimesTest {

    @Test
    void halfOfAllTimesAreAtMostTheMedianAndNineteenOfTwentyAtMostTheOther() {
        List<Long> oneToHundred = LongStream.rangeClosed(1, 100)
                .map(milliseconds -> 101 - milliseconds)
                .map(milliseconds -> milliseconds * 1_000_000)
                .boxed()
                .toList();
        assertThat(Times.of(oneToHundred)).isEqualTo(new Times(50, 95));
    }

    @Test
    void oneTimeIsBoth() {
        assertThat(Times.of(List.of(1_500_000L))).isEqualTo(new Times(1.5, 1.5));
    }

    @Test
    void nothingHasNoMedian() {
        assertThatThrownBy(() -> Times.of(List.of())).isInstanceOf(IllegalArgumentException.class);
    }
}
