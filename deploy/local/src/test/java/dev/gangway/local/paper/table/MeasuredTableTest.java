package dev.gangway.local.paper.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.gangway.local.paper.table.MeasuredTable.Row;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class MeasuredTableTest {

    private static final Column PSNR = Column.higher("PSNR, 25 %", 2);
    private static final Column FID = Column.lower("FID", 1);

    private final MeasuredTable table = new MeasuredTable(
            "completion",
            "Completion <of holes>",
            "16 images.",
            List.of(PSNR, FID),
            List.of(
                    Row.reference("Original", List.of(Cell.NONE, Cell.NONE)),
                    Row.of("Occluded", List.of(Cell.of(Spread.constant(12)), Cell.NOT_MEASURED)),
                    Row.of("WGAN", List.of(cell(18.0, 18.2), cell(50, 70))),
                    Row.of("GoGAN \"2\"", List.of(cell(19.0, 19.2), cell(45, 55)))),
            List.of(new PublishedTable(
                    "GoGAN Table 2", "CelebA", List.of("9 %"), List.of(PublishedTable.row("Stage-2", "27.66")))));

    @Test
    void meanAndStandardDeviationAreOverTheSeeds() {
        Spread spread = Spread.of(List.of(2.0, 4.0, 9.0));

        assertThat(spread.mean()).isEqualTo(5);
        assertThat(spread.deviation()).isCloseTo(Math.sqrt(13), within(1e-12));
        assertThat(spread.seeds()).isEqualTo(3);
        assertThat(Spread.of(List.of(2.0)).deviation()).isNull();
        assertThatThrownBy(() -> Spread.of(List.of())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theBestIsMarkedOnlyWhenItIsOutsideOfTheSpread() {
        assertThat(table.isBest(row(3), 0)).isTrue();
        assertThat(table.isBest(row(2), 0)).isFalse();
        assertThat(table.isBest(row(3), 1)).as("50 ± 7 against 60 ± 14").isFalse();
        assertThat(table.isBest(row(0), 0)).isFalse();
    }

    @Test
    void withOneSeedNothingIsTheBest() {
        MeasuredTable single = new MeasuredTable(
                "a",
                "a",
                "",
                List.of(PSNR),
                List.of(Row.of("a", List.of(cell(1))), Row.of("b", List.of(cell(9)))),
                List.of());

        assertThat(single.rows()).noneMatch(row -> single.isBest(row, 0));
    }

    @Test
    void markdownHasTheSpreadTheSeedsAndThePapersOwnFigures() {
        assertThat(Markdown.of(table))
                .contains("|  | PSNR, 25 % | FID | seeds |")
                .contains("| Original | – | – | any |")
                .contains("| Occluded | 12.00 | not measured | any |")
                .contains("| WGAN | 18.10 ± 0.14 | 60.0 ± 14.1 | 2 |")
                .contains("| GoGAN \"2\" | **19.10 ± 0.14** | 50.0 ± 7.1 | 2 |")
                .contains("The paper's own figures, on other data: GoGAN Table 2, CelebA")
                .contains("| Stage-2 | 27.66 |");
    }

    @Test
    void csvHasALineForEachFigure() {
        assertThat(Csv.of(table, "a note, with a comma").lines())
                .hasSize(1 + 4 * 2 + 1)
                .contains("source,row,column,mean,standard_deviation,seeds,note")
                .contains("measured,Occluded,\"PSNR, 25 %\",12.0,0.0,any,\"a note, with a comma\"")
                .contains("measured,Occluded,FID,,,,not measured")
                .contains("measured,\"GoGAN \"\"2\"\"\",FID,50.0,7.0710678118654755,2,\"a note, with a comma\"")
                .contains("GoGAN Table 2,Stage-2,9 %,27.66,,,\"the authors' own, on CelebA\"");
    }

    @Test
    void htmlIsEscapedAndWatermarked() {
        assertThat(Html.of(table, "smoke run"))
                .contains("Completion &lt;of holes&gt;", "<b>19.10 ± 0.14</b>", "<p class=\"watermark\">smoke run</p>")
                .contains("The paper's own figures, on other data");
        assertThat(Html.of(table, "")).doesNotContain("watermark");
    }

    @Test
    void aPublishedRowHasAValueForEachColumn() {
        assertThatThrownBy(() -> new PublishedTable(
                        "GoGAN Table 2",
                        "CelebA",
                        List.of("9 %", "25 %"),
                        List.of(PublishedTable.row("WGAN", "27.26"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("GoGAN Table 2, row WGAN");
    }

    private Row row(int index) {
        return table.rows().get(index);
    }

    private static Cell cell(double... values) {
        return Cell.of(Spread.of(Arrays.stream(values).boxed().toList()));
    }
}
