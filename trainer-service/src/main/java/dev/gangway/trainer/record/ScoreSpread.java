package dev.gangway.trainer.record;

import dev.gangway.artifacts.plot.LineChart;
import dev.gangway.artifacts.plot.Series;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** How the scores of one point are spread: GoGAN's and RankGAN's Figure 4. */
final class ScoreSpread {

    private static final double PERCENT = 100;

    private ScoreSpread() {}

    /** The chart of {@code point}; {@code caption} says where in the run it is. */
    static LineChart of(Histograms.Point point, String caption) {
        List<Series> series = new ArrayList<>();
        series.add(outline("D(x)", point.edges(), point.real()));
        series.add(outline("D(G(i))", point.edges(), point.generated()));
        if (point.previous() != null) {
            series.add(outline("D(G(i-1))", point.edges(), point.previous()));
        }
        return new LineChart(
                "Scores of held-out images, " + caption + ", step " + point.step(), "score", "images in %", series);
    }

    /** Counts as shares in percent, with a line up and down at each edge. */
    private static Series outline(String name, List<Double> edges, List<Integer> counts) {
        double all = counts.stream().mapToInt(count -> count).sum();
        double[] x = IntStream.range(0, 2 * edges.size())
                .mapToDouble(i -> edges.get(i / 2))
                .toArray();
        double[] y = new double[x.length];
        for (int bin = 0; bin < counts.size(); bin++) {
            y[2 * bin + 1] = PERCENT * counts.get(bin) / all;
            y[2 * bin + 2] = y[2 * bin + 1];
        }
        return new Series(name, x, y, List.of(new Series.Band(new double[x.length], y)));
    }
}
