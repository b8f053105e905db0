package dev.gangway.gan.image;

/** Which images each batch has: a pure function of the batch's number. Asked by one thread at a time. */
@FunctionalInterface
public interface BatchOrder {

    /** The images of the batch numbered {@code number} from 0. */
    Selection batch(long number);

    /**
     * Some images in their order.
     *
     * @param indices their numbers in the source
     * @param mirrored which of them, by their places in {@code indices}, are turned left to right
     */
    record Selection(int[] indices, boolean[] mirrored) {

        public Selection {
            if (indices.length != mirrored.length) {
                throw new IllegalArgumentException(
                        indices.length + " images cannot have " + mirrored.length + " directions");
            }
        }

        /** Images as they are. */
        public static Selection of(int... indices) {
            return new Selection(indices, new boolean[indices.length]);
        }
    }
}
