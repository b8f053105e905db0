package dev.gangway.benchmarks.search;

import dev.gangway.gan.completion.CompletionSettings;
import dev.gangway.gan.completion.search.SearchSettings;
import dev.gangway.gan.completion.search.StopRule;
import java.util.ArrayList;
import java.util.List;

/** The short list that a stop rule is chosen from: four tolerances at the plain search's learning rate and at three times that. */
final class Candidates {

    private static final double[] TOLERANCES = {0.1, 0.05, 0.02, 0.01};
    private static final double[] RATES = {1, 3};
    private static final int WINDOW = 10;

    private Candidates() {}

    /** Searches like {@code plain}'s that begin at the encoder's mean and end for each image by itself. */
    static List<CompletionSettings> like(CompletionSettings plain) {
        SearchSettings search = plain.search();
        List<CompletionSettings> candidates = new ArrayList<>();
        for (double rate : RATES) {
            for (double tolerance : TOLERANCES) {
                StopRule stop = new StopRule(tolerance, WINDOW, 0);
                candidates.add(fromEncoder(
                        plain,
                        new SearchSettings(
                                search.steps(), rate * search.rate(), search.optimizer(), search.clip(), stop)));
            }
        }
        return candidates;
    }

    /** {@code plain} from the encoder's mean, by {@code search}. */
    static CompletionSettings fromEncoder(CompletionSettings plain, SearchSettings search) {
        return new CompletionSettings(
                plain.objective(), search, new CompletionSettings.FromEncoder(), plain.blending());
    }

    /** {@code search} with exactly {@code updates} updates of every image. */
    static SearchSettings exactly(SearchSettings search, int updates) {
        return new SearchSettings(updates, search.rate(), search.optimizer(), search.clip(), StopRule.NEVER);
    }
}
