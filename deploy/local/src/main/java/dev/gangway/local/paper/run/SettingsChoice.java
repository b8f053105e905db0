package dev.gangway.local.paper.run;

import dev.gangway.local.paper.plan.Settings;
import dev.gangway.local.paper.plan.Trial;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The completion settings that did best on validation images: those with the highest PSNR of the hole, the first of equals.
 * The visible pixels come back as they were, so PSNR of the whole image has the same order.
 *
 * @param tried all that were tried, in the order of the trials
 */
public record SettingsChoice(List<Tried> tried) {

    public SettingsChoice {
        tried = List.copyOf(tried);
    }

    /**
     * Settings that were tried.
     *
     * @param settings which
     * @param psnrHole mean PSNR of the hole in dB over the validation images
     */
    public record Tried(Settings settings, double psnrHole) {}

    /** The choice by {@code trials}; empty while one of them has no results. */
    public static Optional<SettingsChoice> by(
            List<Trial> trials, Function<Trial, Optional<CompletionResults>> results) {
        List<Tried> tried = new ArrayList<>();
        for (Trial trial : trials) {
            results.apply(trial)
                    .map(found -> found.figure(CompletionResults.COMPLETED, "psnrHole")
                            .orElse(Double.NEGATIVE_INFINITY))
                    .ifPresent(psnr -> tried.add(new Tried(trial.settings(), psnr)));
        }
        return tried.isEmpty() || tried.size() < trials.size()
                ? Optional.empty()
                : Optional.of(new SettingsChoice(tried));
    }

    /** What the test images are completed with. */
    public Settings chosen() {
        double best = tried.stream()
                .map(Tried::psnrHole)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        return tried.stream()
                .filter(trial -> trial.psnrHole() == best)
                .findFirst()
                .orElseThrow()
                .settings();
    }
}
