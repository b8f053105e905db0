package dev.gangway.gan.image;

import java.nio.ByteBuffer;

/** A set of square RGB images of one size that can be read in any order, by several threads. */
public interface ImageSource {

    /** How many images there are. */
    int count();

    /** Height and width in pixels. */
    int size();

    /**
     * Appends the images numbered {@code indices} to {@code target} from its position on: uint8 RGB as (batch, channel,
     * height, width).
     *
     * @throws IndexOutOfBoundsException when an index is not within 0 to {@code count() - 1}
     */
    void copy(int[] indices, ByteBuffer target);
}
