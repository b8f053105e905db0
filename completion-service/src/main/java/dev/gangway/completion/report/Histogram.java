package dev.gangway.completion.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * How a figure is distributed over images.
 *
 * @param title what is counted
 * @param lowest where the first bin begins
 * @param highest where the last bin ends
 * @param counts how many images each bin has
 */
public record Histogram(String title, double lowest, double highest, List<Integer> counts) {

    private static final int BINS = 24;
    private static final int WIDTH = 360;
    private static final int HEIGHT = 130;
    private static final int FOOT = 18;
    private static final int GAP = 1;

    public Histogram {
        counts = List.copyOf(counts);
    }

    /** Counts values in bins of equal width from the least to the greatest. */
    public static Histogram of(String title, double[] values) {
        double lowest = Arrays.stream(values).min().orElse(0);
        double highest = Arrays.stream(values).max().orElse(1);
        double width = highest > lowest ? (highest - lowest) / BINS : 1.0 / BINS;
        int[] counts = new int[BINS];
        for (double value : values) {
            counts[Math.min(BINS - 1, (int) ((value - lowest) / width))]++;
        }
        return new Histogram(
                title,
                lowest,
                lowest + BINS * width,
                Arrays.stream(counts).boxed().toList());
    }

    /** The drawing as SVG within a page. */
    String svg() {
        int most = counts.stream().mapToInt(Integer::intValue).max().orElse(1);
        List<String> bars = new ArrayList<>();
        double width = (double) WIDTH / counts.size();
        for (int bin = 0; bin < counts.size(); bin++) {
            double height = (HEIGHT - FOOT) * (double) counts.get(bin) / Math.max(1, most);
            bars.add(String.format(
                    Locale.ROOT,
                    "<rect x='%.1f' y='%.1f' width='%.1f' height='%.1f'><title>%s to %s: %d</title></rect>",
                    bin * width,
                    HEIGHT - FOOT - height,
                    width - GAP,
                    height,
                    number(edge(bin)),
                    number(edge(bin + 1)),
                    counts.get(bin)));
        }
        return String.format(
                Locale.ROOT,
                """
                <svg viewBox='0 0 %d %d' role='img' aria-label='%s, from %s to %s, at most %d images in a bar'>%s
                <text x='0' y='%d'>%s</text><text x='%d' y='%d' text-anchor='end'>%s</text></svg>
                """,
                WIDTH,
                HEIGHT,
                Html.escaped(title),
                number(lowest),
                number(highest),
                most,
                String.join("", bars),
                HEIGHT - 2,
                number(lowest),
                WIDTH,
                HEIGHT - 2,
                number(highest));
    }

    private double edge(int bin) {
        return lowest + (highest - lowest) * bin / counts.size();
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, Math.abs(value) < 2 ? "%.3f" : "%.1f", value);
    }
}
