package dev.gangway.artifacts.image;

/**
 * What an image file may cost, checked before it is decoded.
 *
 * @param bytes the largest file
 * @param pixels the largest width times height, read from the file's header
 */
public record ImageLimits(int bytes, long pixels) {

    /** 20 MiB and 40 megapixels: a large photograph. */
    public static final ImageLimits DEFAULT = new ImageLimits(20 * 1024 * 1024, 40_000_000);

    public ImageLimits {
        if (bytes < 1 || pixels < 1) {
            throw new IllegalArgumentException(
                    "limits of " + bytes + " bytes and " + pixels + " pixels let nothing in");
        }
    }
}
