package dev.gangway.local.paper.plan;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** A comparison that the papers make. */
public enum Experiment {
    /** GoGAN Tables 2-5: completion of centre squares by WGAN and both stages of GoGAN. */
    COMPLETION("Completion of centre squares (GoGAN Tables 2-5)"),
    /** GoGAN Figures 5-7: the margin of the hinge, against WGAN. */
    MARGIN("Margin of separation (GoGAN Figures 5-7)"),
    /** RankGAN Table 1: images with and without the encoder, stage by stage. */
    GENERATION("Generation with and without the encoder (RankGAN Table 1)"),
    /** RankGAN Table 2: completion under the large centre mask. */
    MASKS("Completion under the large centre mask (RankGAN Table 2)");

    private final String title;

    Experiment(String title) {
        this.title = title;
    }

    /** What a reader sees above the experiment's tables. */
    public String title() {
        return title;
    }

    /** What the user calls it. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The experiments that the user calls {@code ids}, all of them for {@code all}.
     *
     * @throws IllegalArgumentException when one is not known
     */
    public static Set<Experiment> named(Collection<String> ids) {
        Set<Experiment> named = EnumSet.noneOf(Experiment.class);
        for (String id : ids) {
            named.addAll(id.equalsIgnoreCase("all") ? EnumSet.allOf(Experiment.class) : EnumSet.of(named(id)));
        }
        return named;
    }

    private static Experiment named(String id) {
        for (Experiment experiment : values()) {
            if (experiment.id().equalsIgnoreCase(id)) {
                return experiment;
            }
        }
        throw new IllegalArgumentException(
                "there is no experiment " + id + ", only completion, margin, generation, masks and all");
    }
}
