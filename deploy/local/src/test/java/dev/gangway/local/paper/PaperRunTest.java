package dev.gangway.local.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gangway.local.paper.plan.Experiment;
import dev.gangway.local.paper.plan.Plan;
import dev.gangway.local.paper.plan.Plans;
import dev.gangway.local.paper.plan.Scale;
import dev.gangway.local.paper.run.JobRunner;
import dev.gangway.local.process.GangwayException;
import dev.gangway.local.terminal.StatusLine;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PaperRunTest {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(2);

    @TempDir
    private Path home;

    private GatewayStandIn gateway;
    private RunFolder folder;
    private StringWriter shown;

    @BeforeEach
    void start() throws IOException {
        gateway = new GatewayStandIn();
        folder = new RunFolder(Files.createDirectories(home.resolve("paper/smoke")));
        shown = new StringWriter();
    }

    @AfterEach
    void stop() {
        gateway.close();
    }

    @Test
    void everyJobOfThePlanIsDoneOnceAndTheTablesAreWritten() throws IOException {
        Plan plan = Plans.all(Scale.smoke());

        assertThat(run(plan)).isTrue();

        assertThat(gateway.requests()).hasSameSizeAs(plan.jobs());
        assertThat(folder.path().resolve("index.html")).content().contains("these numbers prove the plumbing");
        assertThat(folder.path().resolve("tables.md")).content().contains("smoke run", "Stage-2 GoGAN");
        assertThat(folder.path().resolve("masks-shapes.csv")).content().contains("RankGAN stage 3", "RankGAN Table 2");
        JsonNode results = new ObjectMapper()
                .readTree(folder.path().resolve("results.json").toFile());
        assertThat(results.path("tables")).hasSize(8);
        assertThat(results.path("methods")).hasSize(8);
    }

    @Test
    void theTableOfMasksHasInceptionScoresAndWhetherFacesAreRecognised() throws IOException {
        run(Plans.smoke(Experiment.MASKS, 1));

        assertThat(gateway.requests())
                .filteredOn(request -> request.has("split"))
                .allMatch(request -> request.path("faces").asBoolean());
        assertThat(folder.path().resolve("tables.md"))
                .content()
                .contains("Inception Score-resnet50", "Face similarity, dlib", "Face AUC, dlib")
                .contains("Distances over fewer than 50 images are not to be trusted")
                .contains("| Original | – | – | 2.125 | – | – | – | – | 0.7500 | 0.8750 |");
    }

    @Test
    void testImagesAreCompletedWithTheSettingsThatDidBestOnValidationImages() throws IOException {
        run(Plans.smoke(Experiment.MASKS, 2));

        assertThat(gateway.requests())
                .filteredOn(request -> request.path("split").asText().equals("test"))
                .hasSize(2 * 5)
                .allSatisfy(request ->
                        assertThat(request.at("/settings/lambda").asDouble()).isEqualTo(10));
    }

    @Test
    void aRunThatIsKilledGoesOnWhereItWas() throws IOException {
        Plan plan = Plans.smoke(Experiment.COMPLETION, 2);
        for (int look = 1; look <= 4; look++) {
            assertThatThrownBy(() -> runUntilKilled(plan, 1)).hasMessage("killed");
        }
        assertThat(gateway.requests()).isNotEmpty();

        assertThat(run(plan)).isTrue();

        assertThat(gateway.requests()).hasSameSizeAs(plan.jobs()).doesNotHaveDuplicates();
    }

    @Test
    void aJobThatWasSubmittedButNotPutDownIsNotDoneTwice() throws IOException {
        Plan plan = Plans.smoke(Experiment.MASKS, 1);
        assertThatThrownBy(() -> runUntilKilled(plan, 2)).hasMessage("killed");
        Path state = folder.path().resolve("state.json");
        Path before = Files.copy(state, home.resolve("before.json"));
        assertThatThrownBy(() -> runUntilKilled(plan, 2)).hasMessage("killed");
        Files.copy(before, state, StandardCopyOption.REPLACE_EXISTING);

        assertThat(run(plan)).isTrue();

        assertThat(gateway.requests()).hasSameSizeAs(plan.jobs());
    }

    @Test
    void aRunThatIsDoneSubmitsNothingMore() throws IOException {
        Plan plan = Plans.smoke(Experiment.GENERATION, 1);
        run(plan);

        assertThat(run(plan)).isTrue();

        assertThat(gateway.requests()).hasSameSizeAs(plan.jobs());
        assertThat(shown.toString()).contains("2 jobs, 2 of them done before");
    }

    @Test
    void whatFailsIsToldAndTriedAgainTheNextTime() throws IOException {
        Plan plan = Plans.smoke(Experiment.MASKS, 1);
        gateway.fail("lsgan");

        assertThat(run(plan)).isFalse();
        assertThat(shown.toString())
                .contains("LSGAN as long as RankGAN, seed 1: ended FAILED: diverged a loss is not finite")
                .contains("what it needs is missing");
        assertThat(folder.path().resolve("tables.md")).content().contains("| LSGAN | no result |");

        gateway.repair();
        assertThat(run(plan)).isTrue();
        assertThat(folder.path().resolve("tables.md")).content().doesNotContain("no result");
    }

    @Test
    void aRunThatIsForgottenBeginsAnew() throws IOException {
        Plan plan = Plans.smoke(Experiment.GENERATION, 1);
        assertThatThrownBy(() -> runUntilKilled(plan, 1)).hasMessage("killed");

        paperRun().forget();
        run(plan);

        assertThat(gateway.requests()).hasSize(2 * plan.jobs().size());
    }

    @Test
    void twoCommandsDoNotWorkInOneFolder() throws IOException {
        folder.alone(() -> {
            assertThatThrownBy(() -> folder.alone(() -> true))
                    .isInstanceOf(GangwayException.class)
                    .hasMessageContaining("another gangway paper is at work");
            return true;
        });
    }

    private boolean run(Plan plan) throws IOException {
        return paperRun().run(plan);
    }

    private PaperRun paperRun() {
        return new PaperRun(
                gateway.client(), folder, new StatusLine(new PrintWriter(shown, true), false), BETWEEN_LOOKS);
    }

    private void runUntilKilled(Plan plan, int looks) {
        int[] left = {looks};
        JobRunner runner = new JobRunner(gateway.client(), folder.state(), "paper-smoke", BETWEEN_LOOKS);
        runner.run(plan.jobs(), open -> {
            if (--left[0] == 0) {
                throw new IllegalStateException("killed");
            }
        });
    }
}
