package dev.gangway.benchmarks.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.contracts.recipe.Recipes;
import dev.gangway.gan.completion.CompletionSettings;
import dev.gangway.plans.LatentSettings;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChoiceTest {

    private static final List<CompletionSettings> CANDIDATES =
            Candidates.like(LatentSettings.of(Recipes.named("rankgan-quick").completion()));

    @Test
    void theCheapestOfThoseThatAreAsGoodIsChosen() {
        Choice choice = choice(20, tried(19.9, 20), tried(20.5, 60), tried(20, 40));
        assertThat(choice.best()).isEqualTo(choice.tried().get(2));
    }

    @Test
    void theBestIsChosenWhenNoneIsAsGood() {
        Choice choice = choice(20, tried(18, 20), tried(19, 60), tried(18.5, 40));
        assertThat(choice.best()).isEqualTo(choice.tried().get(1));
        assertThat(choice.isAsGood(choice.best())).isFalse();
    }

    private static Choice choice(double plain, Trial.Outcome... outcomes) {
        List<Choice.Tried> tried = new ArrayList<>();
        for (Trial.Outcome outcome : outcomes) {
            tried.add(new Choice.Tried(CANDIDATES.get(tried.size()), outcome));
        }
        return new Choice(new Trial.Outcome(1, plain, new int[] {1_000}), tried);
    }

    private static Trial.Outcome tried(double psnr, int updates) {
        return new Trial.Outcome(1, psnr, new int[] {updates});
    }
}
