package dev.gangway.gan.training;

import dev.gangway.gan.image.ImageSource;

/**
 * What a training sees.
 *
 * @param training images to learn from
 * @param heldOut other images, on which margins and order are measured
 * @param horizontalFlip whether training images are turned left to right half of the times; held-out images never are
 */
public record TrainingImages(ImageSource training, ImageSource heldOut, boolean horizontalFlip) {

    /** Images that are taken as they are, as the papers do it. */
    public TrainingImages(ImageSource training, ImageSource heldOut) {
        this(training, heldOut, false);
    }

    /**
     * Checks that {@code plan} can be carried out on these images.
     *
     * @throws IllegalArgumentException that says why not
     */
    void requireFit(StagePlan plan) {
        requireSize(training, plan.architecture().size());
        requireSize(heldOut, plan.architecture().size());
        if (heldOut.count() < 1) {
            throw new IllegalArgumentException("there are no held-out images");
        }
        for (StageSettings stage : plan.stages()) {
            if (training.count() < stage.batch()) {
                throw new IllegalArgumentException(
                        training.count() + " training images are fewer than a batch of " + stage.batch());
            }
        }
    }

    private static void requireSize(ImageSource images, int size) {
        if (images.size() != size) {
            throw new IllegalArgumentException(
                    "images of " + images.size() + " pixels do not fit networks for " + size + " pixels");
        }
    }
}
