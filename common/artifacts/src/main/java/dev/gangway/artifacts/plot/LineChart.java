package dev.gangway.artifacts.plot;

import dev.gangway.artifacts.image.PixelImage;
import java.util.List;

/**
 * A chart of lines over a common axis: what is to be seen, not how.
 *
 * <p>Texts are drawn as capitals; see {@link dev.gangway.artifacts.image.Lettering} for the signs there are.
 *
 * @param title above the chart
 * @param x what the positions are, with their unit
 * @param y what the values are, with their unit
 * @param series the lines, in the legend's order
 * @param levels values that are marked by a line across
 * @param marks positions that are marked by a line from top to bottom
 */
public record LineChart(String title, String x, String y, List<Series> series, List<Level> levels, List<Mark> marks) {

    public LineChart {
        series = List.copyOf(series);
        levels = List.copyOf(levels);
        marks = List.copyOf(marks);
    }

    /** A chart of nothing but lines. */
    public LineChart(String title, String x, String y, List<Series> series) {
        this(title, x, y, series, List.of(), List.of());
    }

    /**
     * A value of interest.
     *
     * @param name written beside it
     */
    public record Level(String name, double value) {}

    /**
     * A position of interest, such as the end of a stage.
     *
     * @param name written beside it
     */
    public record Mark(String name, double position) {}

    /** Draws the chart; without any finite value it has axes and no lines. */
    public PixelImage draw(int width, int height) {
        return new ChartDrawing(this, width, height).image();
    }
}
