package dev.gangway.gan.completion;

import dev.gangway.gan.image.ImageArray;
import java.util.List;

/**
 * Completed images.
 *
 * @param images RankGAN (11), in the order given; visible pixels are bit-equal to the input's
 * @param searches what the search for each image's z came to
 */
public record Completion(ImageArray images, List<Search> searches) {

    public Completion {
        searches = List.copyOf(searches);
    }

    /**
     * The search for the z of one image.
     *
     * @param contextual the contextual loss at the z found
     * @param perceptual the perceptual loss at the z found
     * @param total the objective at the z found
     * @param updates how many updates z has had from the start that was kept
     * @param start number of that start, from 0
     */
    public record Search(float contextual, float perceptual, float total, int updates, int start) {

        /** What is said of an image that misses nothing: there was no search. */
        public static final Search NONE = new Search(0, 0, 0, 0, 0);

        /** Whether it came to a usable end. */
        public boolean isFinite() {
            return Float.isFinite(contextual) && Float.isFinite(perceptual) && Float.isFinite(total);
        }
    }
}
