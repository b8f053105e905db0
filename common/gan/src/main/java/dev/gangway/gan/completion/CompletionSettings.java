package dev.gangway.gan.completion;

import dev.gangway.gan.completion.blending.Blending;
import dev.gangway.gan.completion.objective.ObjectiveSettings;
import dev.gangway.gan.completion.search.SearchSettings;

/**
 * How images are completed by latent optimisation, RankGAN (8) to (11).
 *
 * @param objective what is minimised
 * @param search how z is searched for
 * @param start where the search begins
 * @param blending how the hole is filled
 */
public record CompletionSettings(ObjectiveSettings objective, SearchSettings search, Start start, Blending blending) {

    /** Where z starts. */
    public sealed interface Start {}

    /** At the encoder's mean for the image with its hole filled by the mean colour of what is visible. */
    public record FromEncoder() implements Start {}

    /**
     * At draws from the prior that follow from the image's seed; of several searches the one with the lowest objective is kept, for
     * each image by itself.
     *
     * @param draws how many, 1 to 64; they are searched from one after the other, so the time grows with them and the memory does not
     */
    public record FromPrior(int draws) implements Start {

        public FromPrior {
            if (draws < 1 || draws > 64) {
                throw new IllegalArgumentException("draws must be 1 to 64, not " + draws);
            }
        }
    }
}
