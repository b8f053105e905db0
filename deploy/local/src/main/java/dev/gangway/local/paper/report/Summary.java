package dev.gangway.local.paper.report;

import dev.gangway.local.paper.plan.ImageSet;
import dev.gangway.local.paper.plan.Numbers;
import dev.gangway.local.paper.plan.Plan;
import dev.gangway.local.paper.plan.Scale;
import java.util.Locale;
import java.util.stream.Collectors;

/** The sentences that a reader of any of a run's files needs. */
final class Summary {

    static final String WATERMARK = "smoke run: these numbers prove the plumbing and nothing else";

    static final String READING =
            "Mean ± standard deviation (N−1) over the seeds. A figure is bold when it is the best of its column and its "
                    + "mean ± deviation has nothing in common with any other's; with one seed nothing is. Baselines have as many "
                    + "critic and generator updates as all adversarial or ranked stages of the staged method together; the "
                    + "autoencoder's come before and are listed apart. A stage that ended early made fewer than planned: the jobs "
                    + "below say so. Nothing was chosen on test images, and each checkpoint was evaluated on them once for each "
                    + "mask. Later stages are shown as measured, also where they are worse.";

    private Summary() {}

    /** Empty unless the figures mean nothing. */
    static String watermark(Scale scale) {
        return scale.proofOnly() ? WATERMARK : "";
    }

    static String datasets(Plan plan) {
        return plan.datasets().stream().map(Summary::dataset).collect(Collectors.joining(" "));
    }

    static String seeds(Plan plan) {
        return String.format(Locale.ROOT, "Seeds 1 to %d.", plan.scale().seeds());
    }

    private static String dataset(ImageSet images) {
        return String.format(
                Locale.ROOT,
                "Dataset %s, version %d, %d×%d: %s training, %s validation, %s test images.",
                images.name(),
                images.version(),
                images.imageSize(),
                images.imageSize(),
                Numbers.grouped(images.train()),
                Numbers.grouped(images.validation()),
                Numbers.grouped(images.test()));
    }
}
