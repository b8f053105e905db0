package dev.gangway.local.paper.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.gangway.contracts.recipe.CriticRecipe;
import dev.gangway.contracts.recipe.LatentOrigin;
import dev.gangway.contracts.recipe.RankedRecipe;
import dev.gangway.contracts.recipe.Recipe;
import dev.gangway.contracts.recipe.Recipes;
import dev.gangway.contracts.recipe.VaeRecipe;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PlanTest {

    static List<Scale> scales() {
        return List.of(Scale.smoke(), Scale.small(), Scale.paper());
    }

    @ParameterizedTest
    @MethodSource("scales")
    void everyBaselineTrainsCriticAndGeneratorAsOftenAsAllStagesOfTheMethodThatItIsComparedWith(Scale scale) {
        Set<Method> methods = Plans.all(scale).methods();
        Map<String, UpdateCount> staged = methods.stream()
                .filter(method -> method.matches().isEmpty())
                .collect(Collectors.toMap(Method::name, Method::updates));

        assertThat(methods)
                .filteredOn(method -> !method.matches().isEmpty())
                .hasSizeGreaterThanOrEqualTo(4)
                .allSatisfy(method -> {
                    assertThat(method.updates().matches(staged.get(method.matches())))
                            .as(method.title())
                            .isTrue();
                    assertThat(method.updates().vae()).isZero();
                });
    }

    @ParameterizedTest
    @MethodSource("scales")
    void theStagedMethodsAreAsLongAsTheScaleSays(Scale scale) {
        Map<String, UpdateCount> updates =
                Plans.all(scale).methods().stream().collect(Collectors.toMap(Method::title, Method::updates));
        long gogan = 2L * scale.gogan().updates();
        Scale.Rankgan rankgan = scale.rankgan();
        UpdateCount ranked =
                new UpdateCount(rankgan.vae(), rankgan.critic() + 10L * rankgan.ranked(), 2L * rankgan.ranked());

        assertThat(updates)
                .containsEntry("GoGAN", new UpdateCount(0, 5 * gogan, gogan))
                .containsEntry("RankGAN", ranked)
                .containsEntry("RankGAN without encoder", ranked);
    }

    @Test
    void thePapersScaleHasTheEpochsOfTheLiteralRecipe() {
        Scale.Rankgan rankgan = Scale.paper().rankgan();
        Recipe literal = Recipes.named(rankgan.recipe());
        int epoch = Scale.PAPER_IMAGES / rankgan.networks().batch();
        VaeRecipe vae = (VaeRecipe) literal.stages().get(0);
        CriticRecipe critic = (CriticRecipe) literal.stages().get(1);
        RankedRecipe ranked = (RankedRecipe) literal.stages().get(2);

        assertThat(rankgan.vae()).isEqualTo(vae.phases().get(0).epochs() * epoch);
        assertThat(rankgan.critic()).isEqualTo(critic.phases().get(0).epochs() * epoch);
        assertThat(rankgan.ranked()).isEqualTo(ranked.epochs() * epoch / ranked.criticSteps());
    }

    @Test
    void aBaselineThatNoNumberOfCriticStepsMakesEqualIsRefused() {
        assertThatThrownBy(() -> new UpdateCount(0, 31, 10).criticSteps())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("31 critic and 10 generator updates");
        assertThat(new UpdateCount(700, 30, 10).criticSteps()).isEqualTo(3);
        assertThat(new UpdateCount(0, 5_010, 1_000).criticSteps()).isEqualTo(5);
    }

    @Test
    void jobsThatSeveralExperimentsNeedAreDoneOnce() {
        Plan plan = Plans.all(Scale.smoke());

        assertThat(plan.trainings())
                .extracting(Training::title)
                .containsExactly(
                        "WGAN as long as GoGAN, seed 1",
                        "MGAN (ε 1) as long as GoGAN, seed 1",
                        "GoGAN, seed 1",
                        "MGAN (ε 0.1) as long as GoGAN, seed 1",
                        "RankGAN, seed 1",
                        "RankGAN without encoder, seed 1",
                        "WGAN as long as RankGAN, seed 1",
                        "LSGAN as long as RankGAN, seed 1");
        assertThat(plan.jobs()).extracting(PlannedJob::key).doesNotHaveDuplicates();
        assertThat(plan.completions())
                .filteredOn(job -> job instanceof Evaluation)
                .hasSize(4 * 5 + 2 + 5);
    }

    @Test
    void everyRowIsTriedWithTheSameSettingsOnTheFirstSeedOnly() {
        Scale scale = Scale.smoke().withSeeds(3);
        Map<List<Object>, Set<Settings>> tried = Plans.all(scale).completions().stream()
                .filter(job -> job instanceof Trial)
                .map(job -> (Trial) job)
                .collect(Collectors.groupingBy(
                        trial -> List.of(trial.training().method(), trial.stage(), trial.mask()),
                        Collectors.mapping(Trial::settings, Collectors.toSet())));

        assertThat(tried).hasSize(10);
        assertThat(tried.values())
                .allSatisfy(settings -> assertThat(settings).isEqualTo(new HashSet<>(scale.trials())));
        assertThat(Plans.all(scale).completions())
                .filteredOn(job -> job instanceof Trial)
                .allSatisfy(job -> assertThat(job.training().seed()).isEqualTo(1));
    }

    @Test
    void settingsAreTriedOnValidationImagesAndEvaluatedOnTestImages() {
        Plan plan = Plans.all(Scale.small());

        assertThat(requests(plan, Trial.class, trial -> trial.request("job"))).allSatisfy(request -> {
            assertThat(request.path("split").asText()).isEqualTo("validation");
            assertThat(request.path("images").asInt())
                    .isEqualTo(Scale.small().images().validation());
        });
        assertThat(requests(plan, Evaluation.class, test -> test.request("job", new Settings(0.1, 50))))
                .allSatisfy(request -> {
                    assertThat(request.path("split").asText()).isEqualTo("test");
                    assertThat(request.path("images").asInt()).isEqualTo(Plans.IMAGES.test());
                });
    }

    @Test
    void aTrainingRequestHasTheSeedAndTheSizesOfTheScaleInItsOverrides() {
        Training gogan = Plans.all(Scale.small()).trainings().stream()
                .filter(training -> training.title().equals("GoGAN, seed 2"))
                .findFirst()
                .orElseThrow();

        JsonNode request = gogan.request("paper-small");

        assertThat(request.path("recipe").asText()).isEqualTo("gogan");
        assertThat(request.path("model").asText()).isEqualTo("paper-small");
        assertThat(request.path("datasetVersion").asInt()).isEqualTo(3);
        assertThat(request.at("/overrides/seed").asLong()).isEqualTo(2);
        assertThat(request.at("/overrides/network/width").asInt()).isEqualTo(16);
        assertThat(request.at("/overrides/stages/1/updates").asInt())
                .isEqualTo(Scale.small().gogan().updates());
        assertThat(request.at("/overrides/stages/1/loss").toString()).isEqualTo("{\"epsilon\":1.0}");
        assertThat(gogan.method().overrides().has("seed")).isFalse();
    }

    @Test
    void aLengthInEpochsIsReplacedByUpdates() throws IOException {
        JsonNode recipe = new ObjectMapper()
                .readTree("{\"stages\":[{\"kind\":\"vae\",\"phases\":[{\"epochs\":3},{\"epochs\":1}]},"
                        + "{\"kind\":\"ranked\",\"epochs\":200,\"criticSteps\":5}]}");
        assertThatThrownBy(() -> UpdateCount.of(recipe)).hasMessageContaining("epochs");

        JsonNode stages = new StageOverrides(100, 0, 7, null, null, null).of(recipe);

        assertThat(stages.path("0").toString()).isEqualTo("{\"phases\":[{\"updates\":75},{\"updates\":25}]}");
        assertThat(stages.path("1").toString()).isEqualTo("{\"updates\":7,\"epochs\":null}");
    }

    @Test
    void phasesAreStretchedInTheirOwnProportion() {
        JsonNode rankgan = new RecipesOfTests().resolved("rankgan", JsonNodeFactory.instance.objectNode());

        JsonNode stages = new StageOverrides(1001, 8, 3, null, null, LatentOrigin.PRIOR).of(rankgan);

        assertThat(stages.at("/0/phases/0/updates").asInt()).isEqualTo(824);
        assertThat(stages.at("/0/phases/1/updates").asInt()).isEqualTo(177);
        assertThat(stages.at("/0/phases/1/learningRate").asDouble()).isEqualTo(3e-4);
        assertThat(stages.at("/1/phases/0/updates").asInt()).isEqualTo(6);
        assertThat(stages.path("3").toString()).isEqualTo("{\"updates\":3,\"latents\":\"prior\"}");
        assertThat(stages.at("/1/latents").asText()).isEqualTo("prior");
        assertThat(stages.path("0").has("latents")).isFalse();
    }

    private static <T> List<JsonNode> requests(Plan plan, Class<T> type, Function<T, JsonNode> request) {
        return plan.completions().stream()
                .filter(type::isInstance)
                .map(type::cast)
                .map(request)
                .toList();
    }
}
