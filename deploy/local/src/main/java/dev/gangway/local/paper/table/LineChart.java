package dev.gangway.local.paper.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A chart of curves as SVG, which needs nothing else to be shown.
 *
 * @param title what it shows
 * @param across the label of the axis to the right
 * @param upwards the label of the axis upwards
 * @param curves the curves
 */
public record LineChart(String title, String across, String upwards, List<Curve> curves) {

    private static final List<String> COLOURS =
            List.of("#1f77b4", "#d62728", "#2ca02c", "#9467bd", "#ff7f0e", "#8c564b", "#17becf", "#7f7f7f");
    private static final int WIDTH = 760;
    private static final int HEIGHT = 380;
    private static final int LEFT = 70;
    private static final int RIGHT = 190;
    private static final int TOP = 36;
    private static final int BOTTOM = 52;
    private static final int TICKS = 5;

    public LineChart {
        curves = List.copyOf(curves);
    }

    /** The picture; empty when there are no points. */
    public String svg() {
        if (points().findAny().isEmpty()) {
            return "";
        }
        Axis x = Axis.over(points().map(Curve.Point::x).toList(), LEFT, WIDTH - RIGHT);
        Axis y = Axis.over(points().map(Curve.Point::y).toList(), HEIGHT - BOTTOM, TOP);
        List<String> parts = new ArrayList<>();
        parts.add(String.format(
                Locale.ROOT,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"%s\">",
                WIDTH,
                HEIGHT,
                Html.escaped(title)));
        parts.add(text((LEFT + WIDTH - RIGHT) / 2, 20, "middle", title, " font-weight=\"bold\""));
        parts.add(frame());
        ticks(parts, x, y);
        for (int index = 0; index < curves.size(); index++) {
            lines(parts, index, x, y);
        }
        parts.add("</svg>");
        return String.join("\n", parts);
    }

    private Stream<Curve.Point> points() {
        return curves.stream().flatMap(curve -> curve.runs().stream()).flatMap(run -> run.points().stream());
    }

    private String frame() {
        int middle = (TOP + HEIGHT - BOTTOM) / 2;
        return String.format(
                        Locale.ROOT,
                        "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" fill=\"none\" stroke=\"#829ab1\"/>",
                        LEFT,
                        TOP,
                        WIDTH - RIGHT - LEFT,
                        HEIGHT - BOTTOM - TOP)
                + text((LEFT + WIDTH - RIGHT) / 2, HEIGHT - 10, "middle", across, "")
                + text(
                        16,
                        middle,
                        "middle",
                        upwards,
                        String.format(Locale.ROOT, " transform=\"rotate(-90 16 %d)\"", middle));
    }

    private static void ticks(List<String> parts, Axis x, Axis y) {
        for (int tick = 0; tick <= TICKS; tick++) {
            double across = x.at(tick / (double) TICKS);
            double upwards = y.at(tick / (double) TICKS);
            parts.add(text((int) x.place(across), HEIGHT - BOTTOM + 18, "middle", number(across), ""));
            parts.add(text(LEFT - 8, (int) y.place(upwards) + 4, "end", number(upwards), ""));
        }
    }

    private void lines(List<String> parts, int index, Axis x, Axis y) {
        String colour = COLOURS.get(index % COLOURS.size());
        for (Curve.Run run : curves.get(index).runs()) {
            String points = String.join(
                    " ",
                    run.points().stream()
                            .map(point ->
                                    String.format(Locale.ROOT, "%.1f,%.1f", x.place(point.x()), y.place(point.y())))
                            .toList());
            parts.add(String.format(
                    Locale.ROOT,
                    "<polyline fill=\"none\" stroke-width=\"1.5\" stroke=\"%s\" points=\"%s\"/>",
                    colour,
                    points));
        }
        int line = TOP + 14 + 20 * index;
        parts.add(String.format(
                Locale.ROOT,
                "<line x1=\"%d\" x2=\"%d\" y1=\"%d\" y2=\"%d\" stroke-width=\"3\" stroke=\"%s\"/>",
                WIDTH - RIGHT + 14,
                WIDTH - RIGHT + 34,
                line,
                line,
                colour));
        parts.add(text(WIDTH - RIGHT + 40, line + 4, "start", curves.get(index).label(), ""));
    }

    private static String text(int x, int y, String anchor, String text, String more) {
        return String.format(
                Locale.ROOT,
                "<text x=\"%d\" y=\"%d\" text-anchor=\"%s\" font-size=\"12\" font-family=\"sans-serif\"%s>%s</text>",
                x,
                y,
                anchor,
                more,
                Html.escaped(text));
    }

    private static String number(double value) {
        return Math.abs(value) >= 100
                ? String.format(Locale.ROOT, "%,.0f", value)
                : String.format(Locale.ROOT, "%.3g", value);
    }

    /** Where values are placed between two edges of the picture. */
    private record Axis(double least, double most, int from, int to) {

        static Axis over(List<Double> values, int from, int to) {
            double least = values.stream().mapToDouble(value -> value).min().orElseThrow();
            double most = values.stream().mapToDouble(value -> value).max().orElseThrow();
            return most > least ? new Axis(least, most, from, to) : new Axis(least - 1, most + 1, from, to);
        }

        double at(double share) {
            return least + share * (most - least);
        }

        double place(double value) {
            return from + (value - least) / (most - least) * (to - from);
        }
    }
}
