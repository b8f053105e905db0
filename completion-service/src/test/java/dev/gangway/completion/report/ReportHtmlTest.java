package dev.gangway.completion.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.artifacts.image.PixelImage;
import dev.gangway.completion.report.ReportPage.Fact;
import dev.gangway.completion.report.ReportPage.Group;
import dev.gangway.completion.report.ReportPage.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReportHtmlTest {

    private static final String EVIL = "<script>alert('&\"')</script>";

    @Test
    void nothingThatUsersWroteBecomesMarkup() {
        Tile tile = new Tile(EVIL, List.of(EVIL), List.of(new Tile.Captioned(EVIL, new PixelImage(1, 1, new byte[3]))));
        String page = ReportHtml.of(new ReportPage(
                EVIL,
                List.of(new Fact(EVIL, EVIL)),
                new FigureTable(List.of(EVIL), List.of(List.of(EVIL)), EVIL),
                List.of(new Group(EVIL, List.of(tile))),
                List.of(Histogram.of(EVIL, new double[] {1, 2})),
                List.of(new Refusal(EVIL, EVIL))));
        assertThat(page).doesNotContain("<script", "alert('").contains("&lt;script&gt;");
    }

    @Test
    void whatIsNotKnownIsLeftOut() {
        String page =
                ReportHtml.of(new ReportPage("a job", List.of(), FigureTable.NONE, List.of(), List.of(), List.of()));
        assertThat(page).contains("<h1>a job</h1>").doesNotContain("<h2>");
    }

    @Test
    void everyValueIsCountedOnceInAHistogram() {
        Histogram histogram = Histogram.of("values", new double[] {1, 1, 2, 5, 5, 5});
        assertThat(histogram.counts().stream().mapToInt(Integer::intValue).sum())
                .isEqualTo(6);
        assertThat(histogram.counts().get(0)).isEqualTo(2);
        assertThat(histogram.counts().get(histogram.counts().size() - 1)).isEqualTo(3);
        assertThat(Histogram.of("one value", new double[] {7, 7}).counts().get(0))
                .isEqualTo(2);
    }

    @Test
    void fieldsOfATableAreQuotedWhereTheyMustBe() {
        CsvFile csv = new CsvFile(List.of("name", "psnr"));
        csv.add(Arrays.asList("a, \"b\"", 1.5));
        csv.add(Arrays.asList("plain", null));
        assertThat(new String(csv.bytes(), StandardCharsets.UTF_8))
                .isEqualTo("name,psnr\r\n\"a, \"\"b\"\"\",1.5\r\nplain,\r\n");
    }

    @Test
    void aLargePictureBecomesSmallAndKeepsItsShapeAndBrightness() {
        byte[] rgb = new byte[640 * 1000 * 3];
        Arrays.fill(rgb, (byte) 77);
        PixelImage thumbnail = Thumbnail.of(new PixelImage(640, 1000, rgb));
        assertThat(thumbnail.width()).isEqualTo(250);
        assertThat(thumbnail.height()).isEqualTo(160);
        assertThat(thumbnail.rgb()).containsOnly(77);
    }
}
