package dev.gangway.local.paper.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ShippedRecipesTest {

    static List<Scale> scales() {
        return List.of(Scale.smoke(), Scale.small(), Scale.paper());
    }

    @ParameterizedTest
    @MethodSource("scales")
    void takeTheOverridesOfEveryScaleAndLeaveBaselinesWithTheSameTotals(Scale scale) {
        Plan plan = Plan.of(scale, EnumSet.allOf(Experiment.class), List.of(Plans.IMAGES), new ShippedRecipes());
        Map<String, UpdateCount> staged = plan.methods().stream()
                .filter(method -> method.matches().isEmpty())
                .collect(Collectors.toMap(Method::name, Method::updates));

        assertThat(staged).containsOnlyKeys("GoGAN", "RankGAN", "RankGAN without encoder");
        assertThat(plan.methods())
                .filteredOn(method -> !method.matches().isEmpty())
                .allMatch(method -> method.updates().matches(staged.get(method.matches())))
                .allMatch(method -> method.lastStage() == 1);
        assertThat(plan.methods())
                .filteredOn(method -> isOf("RankGAN", method))
                .hasSizeGreaterThan(3)
                .allMatch(method -> method.networks().equals(scale.rankgan().networks()));
        assertThat(plan.methods())
                .filteredOn(method -> isOf("GoGAN", method))
                .hasSizeGreaterThan(3)
                .allMatch(method -> method.networks().equals(scale.gogan().networks()));
    }

    private static boolean isOf(String staged, Method method) {
        return method.matches().equals(staged) || method.name().startsWith(staged);
    }

    @ParameterizedTest
    @MethodSource("scales")
    void withoutEncoderCriticAndRankedStagesTakeTheirLatentsFromThePrior(Scale scale) {
        Plan plan = Plan.of(scale, EnumSet.of(Experiment.GENERATION), List.of(Plans.IMAGES), new ShippedRecipes());

        assertThat(plan.methods())
                .filteredOn(method -> method.name().equals("RankGAN without encoder"))
                .singleElement()
                .satisfies(method -> assertThat(method.resolved().findValuesAsText("latents"))
                        .containsExactly("prior", "prior", "prior"));
        assertThat(plan.methods())
                .allMatch(method -> method.recipe().equals(scale.rankgan().recipe()));
    }

    @ParameterizedTest
    @MethodSource("scales")
    void theMarginThatIsComparedIsTheOneOfTheRecipesLoss(Scale scale) {
        Plan plan = Plan.of(scale, EnumSet.of(Experiment.MARGIN), List.of(Plans.IMAGES), new ShippedRecipes());

        assertThat(plan.methods())
                .filteredOn(method -> method.recipe().equals("mgan"))
                .extracting(
                        method -> method.resolved().at("/stages/0/loss/epsilon").asDouble())
                .containsExactlyElementsOf(scale.margins().compared());
    }
}
