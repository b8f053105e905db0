package dev.gangway.contracts.recipe;

/**
 * What is done to training images while they are learned from.
 *
 * @param horizontalFlip whether each is turned left to right half of the times
 */
public record DataRecipe(boolean horizontalFlip) {

    /** Images as they are, as in the papers. */
    public static final DataRecipe AS_IT_IS = new DataRecipe(false);
}
