package dev.gangway.artifacts.dataset;

import dev.gangway.artifacts.image.PixelImage;
import java.util.Arrays;
import java.util.List;

/** Consecutive images of a split in memory, by index from 0. Safe for use by several threads. */
public final class SplitImages {

    private final int side;
    private final int inAShard;
    private final int first;
    private final int count;
    private final List<byte[]> shards;

    /** All shards but the last hold {@code inAShard} images; {@code first} counts in the first. */
    SplitImages(int side, int inAShard, int first, int count, List<byte[]> shards) {
        this.side = side;
        this.inAShard = inAShard;
        this.first = first;
        this.count = count;
        this.shards = List.copyOf(shards);
    }

    /** How many images these are. */
    public int count() {
        return count;
    }

    /** Height and width of each image in pixels. */
    public int side() {
        return side;
    }

    /** The image at {@code index}. */
    public PixelImage image(int index) {
        int bytes = bytesOfAnImage();
        byte[] rgb = new byte[bytes];
        copy(index, rgb, 0);
        return new PixelImage(side, side, rgb);
    }

    /** All images in order. */
    public List<PixelImage> all() {
        PixelImage[] images = new PixelImage[count];
        Arrays.setAll(images, this::image);
        return List.of(images);
    }

    /** Copies the samples of the image at {@code index}, in (height, width, channel) order, to a batch being filled. */
    public void copy(int index, byte[] target, int offset) {
        if (index < 0 || index >= count) {
            throw new IndexOutOfBoundsException("image " + index + " of " + count);
        }
        int position = first + index;
        byte[] shard = shards.get(position / inAShard);
        int bytes = bytesOfAnImage();
        System.arraycopy(shard, position % inAShard * bytes, target, offset, bytes);
    }

    private int bytesOfAnImage() {
        return side * side * PixelImage.CHANNELS;
    }
}
