package dev.gangway.completion.report;

import java.util.List;

/**
 * What a page about a completion job says.
 *
 * @param title what it is about
 * @param facts name and value: method, checkpoint, images, mask, settings
 * @param table the rows of figures
 * @param groups images that belong together, such as the worst
 * @param histograms how figures are distributed; empty when there are none
 * @param refused images that could not be completed
 */
public record ReportPage(
        String title,
        List<Fact> facts,
        FigureTable table,
        List<Group> groups,
        List<Histogram> histograms,
        List<Refusal> refused) {

    public ReportPage {
        facts = List.copyOf(facts);
        groups = List.copyOf(groups);
        histograms = List.copyOf(histograms);
        refused = List.copyOf(refused);
    }

    /** A name and its value. */
    public record Fact(String name, String value) {}

    /** Images that belong together. */
    public record Group(String title, List<Tile> tiles) {
        public Group {
            tiles = List.copyOf(tiles);
        }
    }

    /** An image that could not be completed. */
    public record Refusal(String image, String reason) {}
}
