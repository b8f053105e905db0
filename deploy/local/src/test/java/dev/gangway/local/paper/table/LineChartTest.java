package dev.gangway.local.paper.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

class LineChartTest {

    @Test
    void everySeedHasALineAndBothAxesAreLabelled() throws Exception {
        Curve wgan = new Curve("WGAN", List.of(run(1, 5, 3), run(1, 6, 2)));
        Curve mgan = new Curve("MGAN (ε < 1)", List.of(run(1, 4, 2)));

        String svg = new LineChart("Margin", "generator updates", "gap", List.of(wgan, mgan)).svg();

        Document picture =
                DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
        assertThat(picture.getElementsByTagName("polyline").getLength()).isEqualTo(3);
        assertThat(svg).contains(">generator updates<", ">gap<", "MGAN (ε &lt; 1)");
    }

    @Test
    void theLowestValueIsAtTheBottomAndTheHighestAtTheTop() {
        String svg = new LineChart("a", "x", "y", List.of(new Curve("a", List.of(run(1, 5, 3))))).svg();

        assertThat(svg).contains("points=\"70.0,328.0 320.0,36.0 570.0,182.0\"");
    }

    @Test
    void withoutPointsThereIsNoPicture() {
        assertThat(new LineChart("a", "x", "y", List.of(new Curve("a", List.of(run())))).svg())
                .isEmpty();
    }

    /** Points at 0, 10, 20 and so on. */
    private static Curve.Run run(double... values) {
        List<Curve.Point> points = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            points.add(new Curve.Point(10 * i, values[i]));
        }
        return new Curve.Run(points);
    }
}
