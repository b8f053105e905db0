package dev.gangway.local.paper.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gangway.local.paper.plan.Comparison;
import dev.gangway.local.paper.plan.Experiment;
import dev.gangway.local.paper.plan.Plans;
import dev.gangway.local.paper.plan.Settings;
import dev.gangway.local.paper.plan.Trial;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SettingsChoiceTest {

    private final Comparison comparison =
            Plans.smoke(Experiment.MASKS, 1).comparisons().get(0);
    private final List<Trial> trials = comparison.trials(comparison.subjects().get(0));
    private final Map<Trial, CompletionResults> results = new HashMap<>();

    @Test
    void theHighestPsnrOfTheHoleDecides() {
        results.put(trials.get(0), psnr(17.2));
        results.put(trials.get(1), psnr(17.3));

        assertThat(choice().orElseThrow().chosen()).isEqualTo(new Settings(10, 5));
    }

    @Test
    void ofEqualsTheFirstIsChosen() {
        results.put(trials.get(0), psnr(17.2));
        results.put(trials.get(1), psnr(17.2));

        assertThat(choice().orElseThrow().chosen()).isEqualTo(new Settings(0.1, 5));
    }

    @Test
    void nothingIsChosenWhileATrialIsMissing() {
        results.put(trials.get(0), psnr(17.2));

        assertThat(choice()).isEmpty();
    }

    private Optional<SettingsChoice> choice() {
        return SettingsChoice.by(trials, trial -> Optional.ofNullable(results.get(trial)));
    }

    private static CompletionResults psnr(double value) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.putArray("rows").addObject().put("row", "completed").put("psnrHole", value);
        return new CompletionResults(json);
    }
}
