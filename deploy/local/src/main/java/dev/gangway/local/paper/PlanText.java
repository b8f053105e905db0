package dev.gangway.local.paper;

import dev.gangway.local.paper.plan.Evaluation;
import dev.gangway.local.paper.plan.Method;
import dev.gangway.local.paper.plan.Numbers;
import dev.gangway.local.paper.plan.Plan;
import dev.gangway.local.paper.plan.PlannedJob;
import dev.gangway.local.paper.plan.Training;
import dev.gangway.local.paper.plan.UpdateCount;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A plan for a person to read before anything is started.
 *
 * @param plan the plan
 */
public record PlanText(Plan plan) {

    /** The jobs with their updates, and about how long they take. */
    public String text() {
        Set<Training> trainings = plan.trainings();
        Set<PlannedJob.Completing> completions = plan.completions();
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT,
                "scale %s, %s, seeds 1 to %d%n%ntraining jobs%n",
                plan.scale().name(),
                String.join(
                        ", ",
                        plan.datasets().stream().map(images -> images.name()).toList()),
                plan.scale().seeds()));
        text.append(row("method", "recipe", "jobs", "critic", "generator", "autoencoder", "each"));
        for (Method method : plan.methods()) {
            text.append(row(method, trainings));
        }
        List<PlannedJob.Completing> tests =
                completions.stream().filter(job -> job instanceof Evaluation).toList();
        List<PlannedJob.Completing> trials =
                completions.stream().filter(job -> !tests.contains(job)).toList();
        text.append(String.format(Locale.ROOT, "%ncompletion jobs%n"))
                .append(line(
                        String.format(
                                Locale.ROOT,
                                "on validation images, %d settings for each row",
                                plan.scale().trials().size()),
                        trials))
                .append(line("on test images, at most", tests));
        double all = seconds(trainings) + seconds(completions);
        return text.append(String.format(
                        Locale.ROOT,
                        "%nabout %s in all for %d jobs, one after the other on the whole machine%n",
                        Numbers.duration(all),
                        trainings.size() + completions.size()))
                .toString();
    }

    private static String row(Method method, Set<Training> trainings) {
        List<Training> jobs = trainings.stream()
                .filter(training -> training.method().equals(method))
                .toList();
        UpdateCount updates = method.updates();
        return row(
                method.title(),
                method.recipe(),
                Integer.toString(jobs.size()),
                Numbers.grouped(updates.critic()),
                Numbers.grouped(updates.generator()),
                Numbers.grouped(updates.vae()),
                Numbers.duration(jobs.get(0).seconds()));
    }

    private static String row(Object... fields) {
        return String.format(Locale.ROOT, "  %-38s %-14s %5s %12s %12s %14s %9s%n", fields);
    }

    private static String line(String what, Collection<? extends PlannedJob> jobs) {
        return String.format(Locale.ROOT, "  %-58s %d jobs, %s%n", what, jobs.size(), Numbers.duration(seconds(jobs)));
    }

    private static double seconds(Collection<? extends PlannedJob> jobs) {
        return jobs.stream().mapToDouble(PlannedJob::seconds).sum();
    }
}
