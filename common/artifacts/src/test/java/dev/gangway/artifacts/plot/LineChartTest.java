package dev.gangway.artifacts.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.gangway.artifacts.image.PixelImage;
import dev.gangway.artifacts.image.PngEncoder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LineChartTest {

    private static final int BLUE = 0x0072b2;
    private static final int ORANGE = 0xd55e00;

    private final double[] x =
            IntStream.rangeClosed(0, 80).mapToDouble(i -> i * 10).toArray();
    private final double[] falling = IntStream.rangeClosed(0, 80)
            .mapToDouble(i -> 10 * Math.exp(-i / 20.0))
            .toArray();

    @Test
    void aLineRunsInItsColourFromWhereItsValuesBeginToWhereTheyEnd() {
        PixelImage chart =
                new LineChart("Falling", "updates", "loss", List.of(new Series("loss", x, falling))).draw(900, 540);

        int[] first = columnRange(chart, BLUE, 120, 140);
        int[] last = columnRange(chart, BLUE, 860, 875);
        assertThat(first[1]).isLessThan(last[0]);
        assertThat(chart.height()).isEqualTo(540);
        assertThat(chart.width()).isEqualTo(900);
    }

    @Test
    void aValueThatIsNoNumberInterruptsTheLine() {
        double[] broken = falling.clone();
        IntStream.range(30, 50).forEach(i -> broken[i] = Double.NaN);

        PixelImage whole = new LineChart("t", "x", "y", List.of(new Series("a", x, falling))).draw(900, 540);
        PixelImage interrupted = new LineChart("t", "x", "y", List.of(new Series("a", x, broken))).draw(900, 540);

        assertThat(count(interrupted, BLUE)).isBetween(count(whole, BLUE) / 2, count(whole, BLUE) * 9 / 10);
    }

    @Test
    void everySeriesHasAColourAndItsPlaceInTheLegend() {
        Series one = new Series("one", x, falling);
        PixelImage alone = new LineChart("t", "x", "y", List.of(one)).draw(900, 540);
        PixelImage both = new LineChart(
                        "t",
                        "x",
                        "y",
                        List.of(
                                one,
                                new Series(
                                        "two",
                                        x,
                                        IntStream.rangeClosed(0, 80)
                                                .mapToDouble(i -> i / 10.0)
                                                .toArray())))
                .draw(900, 540);

        assertThat(count(alone, ORANGE)).isZero();
        assertThat(count(both, ORANGE)).isGreaterThan(500);
    }

    @Test
    void bandsLevelsAndMarksAreDrawn() throws IOException {
        double[] low =
                IntStream.range(0, x.length).mapToDouble(i -> falling[i] - 1).toArray();
        double[] high =
                IntStream.range(0, x.length).mapToDouble(i -> falling[i] + 2).toArray();
        Series banded = new Series("D(x)", x, falling, List.of(new Series.Band(low, high)));
        LineChart plain = new LineChart("t", "x", "y", List.of(banded));
        LineChart full = new LineChart(
                "t",
                "x",
                "y",
                List.of(banded),
                List.of(new LineChart.Level("one half of stage 1", 5)),
                List.of(new LineChart.Mark("end of stage 1", 400)));

        assertThat(inked(plain.draw(900, 540)))
                .isGreaterThan(
                        inked(new LineChart("t", "x", "y", List.of(new Series("D(x)", x, falling))).draw(900, 540))
                                + 10_000);
        assertThat(inked(full.draw(900, 540))).isGreaterThan(inked(plain.draw(900, 540)) + 1_000);
        Files.write(Path.of("target/chart.png"), PngEncoder.encode(full.draw(900, 540)));
    }

    @Test
    void aChartWithoutAPointHasItsAxes() {
        assertThat(inked(new LineChart("Nothing yet", "x", "y", List.of()).draw(900, 540)))
                .isPositive();
        assertThat(inked(new LineChart("One", "x", "y", List.of(new Series("a", new double[] {3}, new double[] {1})))
                        .draw(900, 540)))
                .isPositive();
    }

    @Test
    void asManyValuesAsPositionsAreNeeded() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Series("a", x, new double[3]));
    }

    private static int inked(PixelImage chart) {
        return chart.height() * chart.width() - count(chart, 0xffffff);
    }

    private static int count(PixelImage chart, int colour) {
        return (int) IntStream.range(0, chart.height() * chart.width())
                .filter(at -> is(chart, at / chart.width(), at % chart.width(), colour))
                .count();
    }

    /** The highest and the lowest row below the legend that has the colour between two columns. */
    private static int[] columnRange(PixelImage chart, int colour, int from, int to) {
        int[] rows = IntStream.range(80, chart.height())
                .filter(row -> IntStream.range(from, to).anyMatch(column -> is(chart, row, column, colour)))
                .toArray();
        return new int[] {rows[0], rows[rows.length - 1]};
    }

    private static boolean is(PixelImage chart, int row, int column, int colour) {
        return chart.sample(row, column, 0) == colour >> 16
                && chart.sample(row, column, 1) == ((colour >> 8) & 0xff)
                && chart.sample(row, column, 2) == (colour & 0xff);
    }
}
