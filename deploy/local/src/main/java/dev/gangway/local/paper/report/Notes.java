package dev.gangway.local.paper.report;

import dev.gangway.contracts.recipe.MaskRecipe;
import dev.gangway.local.paper.plan.Masks;
import java.util.Locale;

/** What has to be known to read a table. */
final class Notes {

    private static final int LEAST_IMAGES = 50;

    private Notes() {}

    /** About a table of completed images. */
    static String completion(Measured measured, MaskRecipe choice) {
        int images =
                measured.anyResults(choice).map(results -> results.samples()).orElse(0);
        return String.format(
                Locale.ROOT,
                "%d test images. Weight λ and number of updates of z chosen for each row on validation images under the mask %s,"
                        + " from the same trials for all; PSNR with data range 255, SSIM after Wang.",
                images,
                Masks.title(choice));
    }

    /** About distances between sets of so many images, which may be enough for FID. */
    static String distances(long images, boolean fidReliable) {
        if (images < LEAST_IMAGES) {
            return " Distances over fewer than 50 images are not to be trusted, neither FID nor KID.";
        }
        return fidReliable ? "" : " There are fewer images than FID needs (twice the number of features): read KID.";
    }
}
