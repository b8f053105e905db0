package dev.gangway.artifacts.plot;

import dev.gangway.artifacts.image.PixelImage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;

/** One chart on one canvas: title and legend above, axes at the left and below, marks, bands and lines within. */
final class ChartDrawing {

    private static final int INK = 0x202428;
    private static final int FAINT = 0x6b7280;
    private static final int GRID = 0xe8eaed;
    private static final int AXIS = 0x9aa0a6;
    /** Colours that people with any colour vision can tell apart (Okabe and Ito, the yellow left out). */
    private static final int[] COLOURS = {0x0072b2, 0xd55e00, 0x009e73, 0xcc79a7, 0x56b4e9, 0xe69f00, 0x555555};

    private static final double LINE_WIDTH = 2.2;
    private static final double DOT_RADIUS = 1.4;
    private static final int FEW_POINTS = 40;
    private static final double BAND_OPACITY = 0.18;
    private static final int MARGIN = 16;
    private static final int GAP = 8;
    private static final int LINE_HEIGHT = Canvas.TEXT_HEIGHT + 10;
    private static final int SWATCH = 22;
    private static final int PIXELS_A_TICK_X = 110;
    private static final int PIXELS_A_TICK_Y = 55;
    private static final int DASH = 7;

    private final LineChart chart;
    private final Canvas canvas;
    private final List<List<Integer>> legend;
    private final Ticks x;
    private final Ticks y;
    private final Pen.Frame frame;

    ChartDrawing(LineChart chart, int width, int height) {
        this.chart = chart;
        this.canvas = new Canvas(width, height);
        this.legend = legendRows(width - 2 * MARGIN);
        int top = MARGIN + LINE_HEIGHT * (1 + legend.size()) + GAP;
        int bottom = height - MARGIN - 2 * LINE_HEIGHT;
        this.y = Ticks.of(values(), Math.max(2, (bottom - top) / PIXELS_A_TICK_Y), 0.06);
        int left = MARGIN + LINE_HEIGHT + widestLabel() + GAP;
        this.x = Ticks.of(positions(), Math.max(2, (width - left) / PIXELS_A_TICK_X), 0.015);
        this.frame = new Pen.Frame(left, top, width - MARGIN - left, bottom - top);
    }

    PixelImage image() {
        drawTexts();
        drawGrid();
        chart.series().forEach(this::drawBands);
        drawMarks();
        drawLevels();
        chart.series().forEach(this::drawLine);
        return canvas.image();
    }

    private void drawTexts() {
        canvas.write(chart.title(), MARGIN, MARGIN, INK);
        for (int row = 0; row < legend.size(); row++) {
            drawLegend(legend.get(row), MARGIN + LINE_HEIGHT * (row + 1));
        }
        int middle = frame.left() + frame.width() / 2;
        canvas.write(chart.x(), middle - Canvas.textWidth(chart.x()) / 2, frame.bottom() + LINE_HEIGHT + GAP, FAINT);
        canvas.writeUpwards(chart.y(), MARGIN, frame.top() + (frame.height() + Canvas.textWidth(chart.y())) / 2, FAINT);
    }

    private void drawLegend(List<Integer> entries, int top) {
        int left = MARGIN;
        for (int entry : entries) {
            canvas.fill(left, top + Canvas.TEXT_HEIGHT / 2 - 2, SWATCH, 4, colour(entry));
            canvas.write(chart.series().get(entry).name(), left + SWATCH + GAP, top, INK);
            left += legendWidth(entry);
        }
    }

    private void drawGrid() {
        for (double tick : y.values()) {
            int row = (int) Math.round(row(tick));
            canvas.fill(frame.left(), row, frame.width(), 1, GRID);
            String label = y.label(tick);
            canvas.write(label, frame.left() - GAP - Canvas.textWidth(label), row - Canvas.TEXT_HEIGHT / 2, FAINT);
        }
        for (double tick : x.values()) {
            int column = (int) Math.round(column(tick));
            canvas.fill(column, frame.bottom(), 1, GAP / 2, AXIS);
            String label = x.label(tick);
            canvas.write(label, column - Canvas.textWidth(label) / 2, frame.bottom() + GAP, FAINT);
        }
        canvas.fill(frame.left(), frame.bottom(), frame.width(), 1, AXIS);
        canvas.fill(frame.left(), frame.top(), 1, frame.height(), AXIS);
    }

    /** Names of neighbouring marks stand at different heights, so that they do not run into each other. */
    private void drawMarks() {
        int lastRight = Integer.MIN_VALUE;
        int level = 0;
        for (LineChart.Mark mark : chart.marks()) {
            int column = (int) Math.round(column(mark.position()));
            for (int row = frame.top(); row < frame.bottom(); row += 2) {
                canvas.fill(column, row, 1, 1, FAINT);
            }
            int width = Canvas.textWidth(mark.name());
            int left = Math.max(frame.left() + GAP, column - GAP - width);
            level = left < lastRight + GAP ? level + 1 : 0;
            canvas.write(mark.name(), left, frame.top() + 2 + level * LINE_HEIGHT, FAINT);
            lastRight = left + width;
        }
    }

    private void drawLevels() {
        for (LineChart.Level level : chart.levels()) {
            int row = (int) Math.round(row(level.value()));
            for (int column = frame.left(); column < frame.right(); column += 2 * DASH) {
                canvas.fill(column, row, Math.min(DASH, frame.right() - column), 2, INK);
            }
            canvas.write(level.name(), frame.left() + GAP, row - Canvas.TEXT_HEIGHT - 4, INK);
        }
    }

    private void drawBands(Series series) {
        int colour = colour(chart.series().indexOf(series));
        for (Series.Band band : series.bands()) {
            for (int i = 0; i + 1 < series.x().length; i++) {
                drawBand(series.x(), band, i, colour);
            }
        }
    }

    /** The piece of a band between two positions, column by column. */
    private void drawBand(double[] positions, Series.Band band, int at, int colour) {
        double from = column(positions[at]);
        double to = column(positions[at + 1]);
        for (int column = (int) Math.ceil(from - 0.5); column + 0.5 < to; column++) {
            double share = (column + 0.5 - from) / (to - from);
            double low = band.low()[at] + share * (band.low()[at + 1] - band.low()[at]);
            double high = band.high()[at] + share * (band.high()[at + 1] - band.high()[at]);
            if (Double.isFinite(low) && Double.isFinite(high)) {
                canvas.fillColumn(column, row(high), row(low), colour, BAND_OPACITY);
            }
        }
    }

    private void drawLine(Series series) {
        Pen pen = new Pen(frame, LINE_WIDTH);
        Pen dots = new Pen(frame, 2 * (LINE_WIDTH / 2 + DOT_RADIUS));
        boolean few = Arrays.stream(series.y()).filter(Double::isFinite).count() <= FEW_POINTS;
        for (int i = 0; i < series.x().length; i++) {
            double column = column(series.x()[i]);
            double row = row(series.y()[i]);
            if (Double.isFinite(row) && few) {
                dots.draw(column, row, column, row);
            }
            if (Double.isFinite(row) && i > 0 && Double.isFinite(series.y()[i - 1])) {
                pen.draw(column(series.x()[i - 1]), row(series.y()[i - 1]), column, row);
            }
        }
        int colour = colour(chart.series().indexOf(series));
        pen.ink(canvas, colour);
        dots.ink(canvas, colour);
    }

    private double column(double position) {
        return frame.left() + x.share(position) * frame.width();
    }

    private double row(double value) {
        return frame.bottom() - y.share(value) * frame.height();
    }

    private static int colour(int series) {
        return COLOURS[series % COLOURS.length];
    }

    private DoubleStream values() {
        DoubleStream lines = chart.series().stream()
                .flatMapToDouble(series -> DoubleStream.concat(
                        Arrays.stream(series.y()),
                        series.bands().stream()
                                .flatMapToDouble(band ->
                                        DoubleStream.concat(Arrays.stream(band.low()), Arrays.stream(band.high())))));
        return DoubleStream.concat(lines, chart.levels().stream().mapToDouble(LineChart.Level::value));
    }

    private DoubleStream positions() {
        return DoubleStream.concat(
                chart.series().stream().flatMapToDouble(series -> Arrays.stream(series.x())),
                chart.marks().stream().mapToDouble(LineChart.Mark::position));
    }

    private int widestLabel() {
        return y.values().stream()
                .mapToInt(tick -> Canvas.textWidth(y.label(tick)))
                .max()
                .orElse(0);
    }

    private List<List<Integer>> legendRows(int width) {
        List<List<Integer>> rows = new ArrayList<>();
        int used = width;
        for (int entry = 0; entry < chart.series().size(); entry++) {
            if (used + legendWidth(entry) > width) {
                rows.add(new ArrayList<>());
                used = 0;
            }
            rows.get(rows.size() - 1).add(entry);
            used += legendWidth(entry);
        }
        return rows;
    }

    private int legendWidth(int entry) {
        return SWATCH + GAP + Canvas.textWidth(chart.series().get(entry).name()) + 3 * GAP;
    }
}
