package dev.gangway.plans;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gangway.contracts.recipe.CompletionSettings;
import dev.gangway.contracts.recipe.CompletionSettings.Start;
import dev.gangway.gan.completion.PerceptualLoss;
import org.junit.jupiter.api.Test;

class LatentSettingsTest {

    @Test
    void aTasksSettingsBecomeThoseOfTheOptimisation() {
        assertThat(LatentSettings.of(new CompletionSettings(10.0, 200, 0.05, Start.PRIOR)))
                .isEqualTo(new dev.gangway.gan.completion.CompletionSettings(
                        10,
                        PerceptualLoss.RANKGAN,
                        200,
                        0.05,
                        dev.gangway.gan.completion.CompletionSettings.Start.PRIOR));
    }

    @Test
    void settingsThatTheOptimisationDoesNotTakeAreRefused() {
        assertThatThrownBy(() -> LatentSettings.of(new CompletionSettings(10.0, 200, 5.0, Start.ENCODER)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("rate");
    }
}
