package dev.gangway.gateway.job;

import dev.gangway.contracts.completion.Split;
import dev.gangway.contracts.training.DatasetReference;
import java.time.Instant;

/**
 * One version of a dataset that is complete in the store.
 *
 * @param reference which
 * @param imageSize height and width of its images
 * @param images how many images each split has
 * @param createdAt when it was imported
 */
public record Dataset(DatasetReference reference, int imageSize, Images images, Instant createdAt) {

    /** How many images each split has. */
    public record Images(int train, int validation, int test) {

        /** How many images {@code split} has. */
        public int of(Split split) {
            return switch (split) {
                case TRAIN -> train;
                case VALIDATION -> validation;
                case TEST -> test;
            };
        }
    }
}
