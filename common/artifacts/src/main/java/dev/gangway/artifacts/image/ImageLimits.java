package dev.gangway.artifacts.image;

import java.time.Duration;

/**
 * What an image file may cost; all but the time is checked before anything is decoded.
 *
 * @param bytes the largest file
 * @param pixels the largest width times height, read from the file's header
 * @param time how long a processor may work on decoding
 */
public record ImageLimits(int bytes, long pixels, Duration time) {

    private static final Duration TIME = Duration.ofSeconds(30);

    /** 32 MiB and 50 megapixels: a large photograph. */
    public static final ImageLimits DEFAULT = new ImageLimits(32 << 20, 50_000_000);

    public ImageLimits {
        if (bytes < 1 || pixels < 1 || time.isNegative() || time.isZero()) {
            throw new IllegalArgumentException(
                    "limits of " + bytes + " bytes, " + pixels + " pixels and " + time + " let nothing in");
        }
    }

    /** The same with half a minute. */
    public ImageLimits(int bytes, long pixels) {
        this(bytes, pixels, TIME);
    }
}
