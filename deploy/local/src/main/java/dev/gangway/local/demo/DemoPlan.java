package dev.gangway.local.demo;

import dev.gangway.local.dataset.BundledImages;
import java.nio.file.Path;

/**
 * What a demo does.
 *
 * @param archive the ZIP file with the images
 * @param dataset the dataset's name
 * @param recipe the recipe of the training job
 * @param images how many held-out images each stage completes
 * @param imageSize height and width of the images
 * @param lastStage the last stage that completes images; the first is 1
 */
public record DemoPlan(Path archive, String dataset, String recipe, int images, int imageSize, int lastStage) {

    private static final int IMAGE_SIZE = 32;
    private static final int LAST_STAGE = 3;

    /** The whole demo with what is bundled in the checkout at {@code root}. */
    public static DemoPlan whole(Path root) {
        return of(root, "rankgan", 200);
    }

    /** The quick demo with what is bundled in the checkout at {@code root}. */
    public static DemoPlan quick(Path root) {
        return of(root, "rankgan-quick", 48);
    }

    private static DemoPlan of(Path root, String recipe, int images) {
        BundledImages bundled = BundledImages.of(root);
        return new DemoPlan(bundled.archive(), bundled.name(IMAGE_SIZE), recipe, images, IMAGE_SIZE, LAST_STAGE);
    }
}
