package dev.gangway.completion.judgement;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.gangway.contracts.recipe.CompletionSettings.Blending;

/** The sets of images that a completion is judged by. */
public enum ImageSet {
    /** The true images, to which the others are compared. */
    TRUTH("truth", "nothing is missing"),
    /** Baseline: the missing pixels are grey. */
    OCCLUDED("occluded", "grey, 128 of 255"),
    /** Baseline: the missing pixels have the mean colour of the image's own visible pixels. */
    MEAN_COLOUR("mean-colour", "the mean colour of what is visible"),
    /** Baseline: the missing pixels are those of the dataset's mean image. */
    MEAN_IMAGE("mean-image", "the mean of the training images"),
    /** What the networks made of the missing pixels. */
    COMPLETED("completed", "the generator's image, RankGAN eq. 11") {
        @Override
        public String filling(Blending blending) {
            return blending == Blending.POISSON
                    ? "the generator's image, blended by Poisson's equation"
                    : super.filling(blending);
        }
    };

    private final String label;
    private final String filling;

    ImageSet(String label, String filling) {
        this.label = label;
        this.filling = filling;
    }

    /** The set's name in messages and results. */
    @JsonValue
    public String label() {
        return label;
    }

    /** What the missing pixels are filled with, for a person, when what was generated is brought in by {@code blending}; null is pasting. */
    public String filling(Blending blending) {
        return filling;
    }
}
