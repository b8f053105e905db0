package dev.gangway.completion.judgement;

/**
 * An image of a dataset that could not be completed, which says nothing of the others: it is left out of all figures.
 *
 * @param image index in the dataset's split
 * @param code why, in kebab case
 * @param reason why, for a person
 */
public record RefusedImage(int image, String code, String reason) {

    /** One whose search came to no usable end. */
    public static RefusedImage diverged(int image) {
        return new RefusedImage(image, "diverged", "the search's losses are no numbers any more");
    }
}
