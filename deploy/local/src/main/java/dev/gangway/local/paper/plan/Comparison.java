package dev.gangway.local.paper.plan;

import dev.gangway.contracts.recipe.MaskRecipe;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * An experiment on one dataset.
 *
 * @param experiment which
 * @param images on what
 * @param subjects what is compared
 * @param masks under which masks images are completed; empty when none are
 * @param choice the mask under which completion settings are chosen; null without masks
 * @param scale how much is computed
 */
public record Comparison(
        Experiment experiment,
        ImageSet images,
        List<Subject> subjects,
        List<MaskRecipe> masks,
        MaskRecipe choice,
        Scale scale) {

    public Comparison {
        subjects = List.copyOf(subjects);
        masks = List.copyOf(masks);
    }

    /** The seeds, from 1. */
    public List<Long> seeds() {
        return LongStream.rangeClosed(1, scale.seeds()).boxed().toList();
    }

    /** How a subject is trained with a seed. */
    public Training training(Subject subject, long seed) {
        return new Training(subject.method(), images, seed);
    }

    /** What a subject's completion settings are chosen by: the same trials for each, on the first seed only. */
    public List<Trial> trials(Subject subject) {
        int count = Math.min(images.validation(), scale.images().validation());
        return scale.trials().stream()
                .map(settings -> new Trial(training(subject, seeds().get(0)), subject.stage(), choice, settings, count))
                .toList();
    }

    /** What a subject is measured by under a mask. */
    public Evaluation evaluation(Subject subject, long seed, MaskRecipe mask) {
        int count = Math.min(images.test(), scale.images().test());
        return new Evaluation(training(subject, seed), subject.stage(), mask, trials(subject), count);
    }

    Stream<Training> trainings(long seed) {
        return subjects.stream().map(subject -> training(subject, seed));
    }

    Stream<PlannedJob.Completing> completions(long seed) {
        return masks.isEmpty() ? Stream.empty() : subjects.stream().flatMap(subject -> completions(subject, seed));
    }

    private Stream<PlannedJob.Completing> completions(Subject subject, long seed) {
        return Stream.concat(trials(subject).stream(), masks.stream().map(mask -> evaluation(subject, seed, mask)));
    }
}
