package dev.gangway.plans;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gangway.contracts.recipe.Recipes;
import dev.gangway.gan.loss.MarginLoss;
import dev.gangway.gan.network.DcganArchitecture;
import dev.gangway.gan.network.Normalisation;
import dev.gangway.gan.network.ProgressiveArchitecture;
import dev.gangway.gan.optimizer.RmsPropSettings;
import dev.gangway.gan.torchscript.Precision;
import dev.gangway.gan.training.AdversarialSettings;
import dev.gangway.gan.training.GapStability;
import dev.gangway.gan.training.Latents;
import dev.gangway.gan.training.RankedSettings;
import dev.gangway.gan.training.StagePlan;
import dev.gangway.gan.training.StageSettings;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StagePlansTest {

    private static final int IMAGES = 4_488;

    static List<String> names() {
        return Recipes.names();
    }

    @ParameterizedTest
    @MethodSource("names")
    void everyShippedRecipeCanBeCarriedOut(String name) {
        StagePlan plan = StagePlans.of(Recipes.named(name), IMAGES);
        assertThat(plan.stages()).hasSameSizeAs(Recipes.named(name).stages());
        assertThat(plan.firstStage()).isEqualTo(Recipes.named(name).firstStage());
    }

    @Test
    void aStagesOwnBatchIsThatOfItsSettings() {
        StagePlan plan = StagePlans.of(Recipes.named("rankgan-faces"), 6000);

        assertThat(plan.stages()).extracting(StageSettings::batch).containsExactly(32, 32, 16, 16);
    }

    @Test
    void gogansSecondStageRanksAgainstTheFirstAsThePaperHasIt() {
        StagePlan plan = StagePlans.of(Recipes.named("gogan"), IMAGES);
        AdversarialSettings second = (AdversarialSettings) plan.settings(2);
        assertThat(second.loss()).isEqualTo(new MarginLoss(1));
        assertThat(second.ranking()).contains(new AdversarialSettings.Ranking(1, 0.5, 1));
        assertThat(second.critic())
                .isEqualTo(new AdversarialSettings.Critic(5, 5e-5, RmsPropSettings.USUAL, OptionalDouble.of(0.01), 0));
        assertThat(((DcganArchitecture) plan.architecture()).normalisation()).isEqualTo(Normalisation.BATCH);
        assertThat(((AdversarialSettings) plan.settings(1)).ranking()).isEmpty();
    }

    @Test
    void theLiteralRankganHasThePapersSettings() {
        StagePlan plan = StagePlans.of(Recipes.named("rankgan-literal"), IMAGES);
        RankedSettings ranked = (RankedSettings) plan.settings(2);
        assertThat(plan.architecture()).isEqualTo(new ProgressiveArchitecture(64, 32, 100));
        assertThat(ranked.critic().clamp().weight()).isEqualTo(1000);
        assertThat(ranked.critic().rate()).isEqualTo(ranked.generator().rate()).isEqualTo(5e-5);
        // 200 epochs of 140 batches, of which every step takes 5.
        assertThat(ranked.steps()).isEqualTo(5_600);
        assertThat(ranked.limits().stability()).contains(new GapStability(15, 0.05));
    }

    @Test
    void whatAJobOverridesReachesTheTraining() {
        StagePlan plan = StagePlans.of(
                Recipes.named(
                        "rankgan",
                        json("{\"seed\": 9, \"generatorAverage\": 0.99, \"network\": {\"precision\": \"bfloat16\"},"
                                + " \"stages\": {\"2\": {\"latents\": \"prior\", \"generatorRamp\": 7,"
                                + " \"clamp\": {\"decay\": 0.9}}}}")),
                IMAGES);
        assertThat(plan.computation())
                .isEqualTo(new StagePlan.Computation(9, Precision.BFLOAT16, OptionalDouble.of(0.99)));
        RankedSettings ranked = (RankedSettings) plan.settings(2);
        assertThat(ranked.latents()).isEqualTo(Latents.PRIOR);
        assertThat(ranked.generator().rampSteps()).isEqualTo(7);
        assertThat(ranked.critic().clamp().decay()).isEqualTo(0.9);
        assertThat(ranked.limits().stability()).isEqualTo(Optional.empty());
    }

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
