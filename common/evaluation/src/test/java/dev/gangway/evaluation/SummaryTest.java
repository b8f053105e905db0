package dev.gangway.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class SummaryTest {

    @Test
    void quartilesLieBetweenTheSortedValues() {
        Summary summary = Summary.of(DoubleStream.of(4, 1, 3, 2));

        assertThat(summary.mean()).isEqualTo(2.5);
        assertThat(summary.standardDeviation()).isCloseTo(Math.sqrt(5.0 / 3), within(1e-12));
        assertThat(summary.quartiles()).containsExactly(1, 1.75, 2.5, 3.25, 4);
    }

    @Test
    void infiniteValuesAreCountedAndLeftOut() {
        Summary summary = Summary.of(DoubleStream.of(20, Double.POSITIVE_INFINITY, 30));

        assertThat(summary.count()).isEqualTo(2);
        assertThat(summary.infinite()).isEqualTo(1);
        assertThat(summary.mean()).isEqualTo(25);
    }

    @Test
    void nothingFiniteHasNoMean() {
        assertThat(Summary.of(DoubleStream.of(Double.POSITIVE_INFINITY)).mean()).isNaN();
        assertThat(Summary.of(DoubleStream.empty()).quartiles()).containsOnly(Double.NaN);
    }

    @Test
    void aValueThatIsNotANumberIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Summary.of(DoubleStream.of(1, Double.NaN)));
    }
}
