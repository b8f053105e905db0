package dev.gangway.benchmarks.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Device;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gangway.benchmarks.image.SmallArchive;
import dev.gangway.benchmarks.model.ModelShelf;
import dev.gangway.benchmarks.report.ReportFiles;
import dev.gangway.contracts.recipe.Recipe;
import dev.gangway.contracts.recipe.Recipes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole way at tiny size; the clock is one that says a second more each time it is looked at. */
class SearchBenchmarkTest {

    private static final Scope SCOPE = new Scope(2, 22, 1, 0.25);
    private static final String TINY = """
            {"network": {"width": 4, "latent": 8},
             "stages": {"0": {"phases": [{"updates": 4, "learningRate": 0.002}]},
                        "1": {"phases": [{"updates": 2, "learningRate": 0.0003}]}},
             "measurements": {"updates": 2, "heldOut": 8}}
            """;

    @TempDir
    static Path folder;

    private static SearchReport report;

    @BeforeAll
    static void measuresOnce() throws IOException {
        Recipe tiny = Recipes.named("rankgan-quick", new ObjectMapper().readTree(TINY));
        AtomicLong seconds = new AtomicLong();
        SearchBenchmark benchmark = new SearchBenchmark(
                SmallArchive.in(folder, 80, 2),
                new ModelShelf(folder, Device.cpu()),
                () -> seconds.incrementAndGet() * 1_000_000_000,
                told -> {});
        report = benchmark.run(tiny, SCOPE, Conditions.here("cpu", 1));
    }

    @Test
    void thePlainSearchTakesEveryImageThroughAllUpdates() {
        SearchReport.Row plain = report.methods().get(0);
        assertThat(plain.meanUpdates()).isEqualTo(22);
        assertThat(plain.mostUpdates()).isEqualTo(22);
    }

    @Test
    void noImageOfTheChosenSearchTakesMoreUpdatesThanThePlainOneAndNoneLessThanTwoWindows() {
        SearchReport.Row chosen = report.methods().get(report.chosen());
        assertThat(chosen.name()).contains("chosen");
        assertThat(chosen.meanUpdates()).isBetween(20.0, 22.0);
        assertThat(chosen.mostUpdates()).isBetween(20, 22);
    }

    @Test
    void theEncoderByItselfMakesNoUpdate() {
        assertThat(report.methods().get(5).mostUpdates()).isZero();
    }

    @Test
    void everyMethodIsTimedInEachRoundAndComparedWithThePlainOneOfThatRound() {
        assertThat(report.methods()).hasSize(6).allSatisfy(row -> {
            assertThat(row.seconds()).isEqualTo(new Spread(1, 1, 1));
            assertThat(row.share()).isEqualTo(new Spread(1, 1, 1));
        });
        assertThat(report.isWithinClaim()).isFalse();
    }

    @Test
    void aCandidateIsAsGoodWhenItsHolePsnrOnValidationImagesIsAtLeastThePlainOnes() {
        assertThat(report.candidates()).hasSize(8).allSatisfy(one -> assertThat(one.asGood())
                .isEqualTo(one.holePsnr() >= report.plainOnValidation()));
    }

    @Test
    void theReportIsWrittenAsFiguresAndAsAPage() throws IOException {
        ReportFiles files = ReportFiles.of(folder.resolve("results"));
        String page = files.write(report, report.toPage());
        JsonNode figures = new ObjectMapper().readTree(files.json().toFile());
        assertThat(figures.at("/methods/0/holePsnr").asDouble())
                .isCloseTo(report.methods().get(0).holePsnr(), within(1e-9));
        assertThat(Files.readString(files.page()))
                .isEqualTo(page)
                .contains("| prior, 22 updates (plain) |")
                .contains("not within 0.2");
    }
}
