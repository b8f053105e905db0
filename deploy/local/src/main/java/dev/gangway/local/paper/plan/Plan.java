package dev.gangway.local.paper.plan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;

/**
 * What a run does: comparisons, and the jobs that they need, each once.
 *
 * @param scale how much is computed
 * @param comparisons what the tables show
 */
public record Plan(Scale scale, List<Comparison> comparisons) {

    public Plan {
        comparisons = List.copyOf(comparisons);
    }

    /** The plan of {@code experiments} on each of {@code datasets}. */
    public static Plan of(
            Scale scale, Collection<Experiment> experiments, List<ImageSet> datasets, RecipeBook recipes) {
        List<Comparison> comparisons = new ArrayList<>();
        for (ImageSet images : datasets) {
            Comparisons all = new Comparisons(scale, images, recipes);
            experiments.forEach(experiment -> comparisons.add(all.of(experiment)));
        }
        return new Plan(scale, comparisons);
    }

    /** The training jobs, the first seed's first: completion settings are chosen on it. */
    public Set<Training> trainings() {
        Set<Training> trainings = new LinkedHashSet<>();
        seeds().forEach(seed ->
                comparisons.forEach(comparison -> comparison.trainings(seed).forEach(trainings::add)));
        return trainings;
    }

    /** The completion jobs: trials, and the evaluations that wait for them. */
    public Set<PlannedJob.Completing> completions() {
        Set<PlannedJob.Completing> completions = new LinkedHashSet<>();
        seeds().forEach(seed ->
                comparisons.forEach(comparison -> comparison.completions(seed).forEach(completions::add)));
        return completions;
    }

    /** All jobs, in the order in which they are wanted. */
    public List<PlannedJob> jobs() {
        List<PlannedJob> jobs = new ArrayList<>(trainings());
        jobs.addAll(completions());
        return jobs;
    }

    /** The methods that are trained, each once. */
    public Set<Method> methods() {
        Set<Method> methods = new LinkedHashSet<>();
        trainings().forEach(training -> methods.add(training.method()));
        return methods;
    }

    /** The datasets. */
    public Set<ImageSet> datasets() {
        Set<ImageSet> datasets = new LinkedHashSet<>();
        comparisons.forEach(comparison -> datasets.add(comparison.images()));
        return datasets;
    }

    private List<Long> seeds() {
        return LongStream.rangeClosed(1, scale.seeds()).boxed().toList();
    }
}
