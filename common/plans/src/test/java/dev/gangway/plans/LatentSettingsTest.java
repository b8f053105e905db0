package dev.gangway.plans;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gangway.contracts.recipe.CompletionSettings;
import dev.gangway.contracts.recipe.CompletionSettings.Blending;
import dev.gangway.contracts.recipe.CompletionSettings.Optimizer;
import dev.gangway.contracts.recipe.CompletionSettings.Perceptual;
import dev.gangway.contracts.recipe.CompletionSettings.Start;
import dev.gangway.contracts.recipe.CompletionSettings.StopRule;
import dev.gangway.gan.completion.CompletionSettings.FromEncoder;
import dev.gangway.gan.completion.CompletionSettings.FromPrior;
import dev.gangway.gan.completion.objective.ObjectiveSettings;
import dev.gangway.gan.completion.objective.PerceptualLoss;
import dev.gangway.gan.completion.search.SearchSettings;
import dev.gangway.gan.optimizer.NesterovSettings;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class LatentSettingsTest {

    @Test
    void whatATasksSettingsLeaveOutIsAsInThePapers() {
        assertThat(LatentSettings.of(new CompletionSettings(10.0, 200, 0.05, Start.ENCODER)))
                .isEqualTo(new dev.gangway.gan.completion.CompletionSettings(
                        ObjectiveSettings.of(PerceptualLoss.RANKGAN, 10),
                        SearchSettings.adam(200, 0.05),
                        new FromEncoder(),
                        dev.gangway.gan.completion.blending.Blending.PASTE));
    }

    @Test
    void everySettingOfATaskBecomesOneOfTheOptimisation() {
        CompletionSettings settings = new CompletionSettings(
                0.1,
                300,
                0.02,
                Start.PRIOR,
                4,
                Optimizer.NESTEROV,
                2.5,
                new StopRule(1e-3, 10, 30),
                Perceptual.GOGAN,
                7.0,
                Blending.POISSON,
                null,
                null,
                null,
                null,
                null);
        assertThat(LatentSettings.of(settings))
                .isEqualTo(new dev.gangway.gan.completion.CompletionSettings(
                        new ObjectiveSettings(0.1, PerceptualLoss.GOGAN, 7),
                        new SearchSettings(
                                300,
                                0.02,
                                NesterovSettings.USUAL,
                                OptionalDouble.of(2.5),
                                new dev.gangway.gan.completion.search.StopRule(1e-3, 10, 30)),
                        new FromPrior(4),
                        dev.gangway.gan.completion.blending.Blending.POISSON));
    }

    @Test
    void settingsThatTheOptimisationDoesNotTakeAreRefused() {
        assertThatThrownBy(() -> LatentSettings.of(new CompletionSettings(10.0, 200, 5.0, Start.ENCODER)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("rate");
    }
}
