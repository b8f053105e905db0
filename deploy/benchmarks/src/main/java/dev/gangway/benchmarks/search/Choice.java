package dev.gangway.benchmarks.search;

import dev.gangway.gan.completion.CompletionSettings;
import dev.gangway.gan.image.ImageArray;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The choice of a search on validation images; it also warms up what is measured afterwards, the plain search at full length included.
 *
 * @param plain what the plain search came to there
 * @param tried every candidate
 */
record Choice(Trial.Outcome plain, List<Tried> tried) {

    /** A candidate and what it came to. */
    record Tried(CompletionSettings settings, Trial.Outcome outcome) {}

    static Choice among(
            List<CompletionSettings> candidates, CompletionSettings plain, Trial trial, ImageArray validation) {
        List<Tried> tried = new ArrayList<>();
        for (CompletionSettings candidate : candidates) {
            tried.add(new Tried(candidate, trial.of(candidate, validation)));
        }
        return new Choice(trial.of(plain, validation), tried);
    }

    /** Whether it fills holes at least as well as the plain search. */
    boolean isAsGood(Tried one) {
        return one.outcome().holePsnr() >= plain.holePsnr();
    }

    /**
     * The one with the fewest updates of all that are as good as the plain search; the best one when none is. Updates are counted, and
     * not seconds, so that the choice is the same on every machine.
     */
    Tried best() {
        return tried.stream()
                .filter(this::isAsGood)
                .min(Comparator.comparingDouble((Tried one) -> one.outcome().meanUpdates()))
                .orElseGet(() -> tried.stream()
                        .max(Comparator.comparingDouble(one -> one.outcome().holePsnr()))
                        .orElseThrow());
    }
}
