package dev.gangway.local.paper.plan;

import java.util.EnumSet;
import java.util.List;

/** Plans for tests. */
public final class Plans {

    public static final ImageSet IMAGES = new ImageSet("shapes", 3, 32, 400, 60, 40, true);

    private Plans() {}

    /** The plan of all experiments at a scale. */
    public static Plan all(Scale scale) {
        return Plan.of(scale, EnumSet.allOf(Experiment.class), List.of(IMAGES), new RecipesOfTests());
    }

    /** The plan of one experiment at the smallest scale. */
    public static Plan smoke(Experiment experiment, int seeds) {
        return Plan.of(Scale.smoke().withSeeds(seeds), EnumSet.of(experiment), List.of(IMAGES), new RecipesOfTests());
    }
}
