package dev.gangway.artifacts.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class TicksTest {

    @Test
    void ticksAreRoundNumbersWithinTheAxis() {
        Ticks ticks = Ticks.of(DoubleStream.of(0.13, 9.7), 6, 0);

        assertThat(ticks.values()).containsExactly(2.0, 4.0, 6.0, 8.0);
        assertThat(ticks.share(0.13)).isZero();
        assertThat(ticks.share(9.7)).isEqualTo(1);
    }

    @Test
    void labelsHaveTheDigitsThatTellThemApart() {
        assertThat(Ticks.of(DoubleStream.of(0.11, 0.13), 5, 0).label(0.12)).isEqualTo("0.120");
        assertThat(Ticks.of(DoubleStream.of(-4_000, 12_000), 5, 0).label(5_000)).isEqualTo("5000");
    }

    @Test
    void valuesThatAreAllEqualLieInTheMiddle() {
        assertThat(Ticks.of(DoubleStream.of(7, 7), 5, 0.1).share(7)).isCloseTo(0.5, within(1e-12));
        assertThat(Ticks.of(DoubleStream.of(0), 5, 0.1).share(0)).isCloseTo(0.5, within(1e-12));
    }

    @Test
    void whatIsNoNumberDoesNotStretchTheAxis() {
        Ticks ticks = Ticks.of(DoubleStream.of(Double.NaN, 1, 2, Double.POSITIVE_INFINITY), 5, 0);

        assertThat(ticks.low()).isEqualTo(1);
        assertThat(ticks.high()).isEqualTo(2);
        assertThat(Ticks.of(DoubleStream.of(Double.NaN), 5, 0).values()).isNotEmpty();
    }
}
