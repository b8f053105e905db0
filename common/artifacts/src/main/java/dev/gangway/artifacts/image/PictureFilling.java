package dev.gangway.artifacts.image;

/**
 * Takes what networks made of a picture into its own samples. What is not missing stays as it was, whatever its samples are; grey stays grey,
 * a filled pixel is opaque, and 8 bits become 16 where the picture has them.
 *
 * <p>With a feather the pixels around what is missing were completed, too, and are a mixture that holds the less of it the
 * farther they are.
 *
 * <p>The samples are written to: a photograph has them once in memory.
 */
public final class PictureFilling {

    private static final int STEP = 257;

    private final PictureSamples samples;
    private final PictureMask missing;
    private final PictureMask filled;
    private final DistanceToMissing distance;
    private final int feather;

    private PictureFilling(PictureSamples samples, PictureMask missing, int feather) {
        this.samples = samples;
        this.missing = missing;
        this.filled = feather == 0 ? missing : missing.grown(feather);
        this.distance = feather == 0 ? null : new DistanceToMissing(missing, feather);
        this.feather = feather;
    }

    /**
     * The way back into {@code samples}.
     *
     * @param missing what is missing of them
     * @param feather how many pixels around that are mixed, 0 to 254
     */
    public static PictureFilling of(PictureSamples samples, PictureMask missing, int feather) {
        return new PictureFilling(samples, missing, feather);
    }

    /** What is missing, without the feather. */
    public PictureMask missing() {
        return missing;
    }

    /** What has to be completed: what is missing, and the feather's pixels around it. */
    public PictureMask mask() {
        return filled;
    }

    /** The samples, into which the pixels of {@link #mask()} were written from {@code completed}, an image of the picture's size. */
    public PictureSamples from(PixelImage completed) {
        int[] row = null;
        for (int number = 0; number < samples.height(); number++) {
            row = samples.row(number, row);
            int[] squared = distance == null ? null : distance.squaredRow(number);
            for (int column = 0; column < samples.width(); column++) {
                if (filled.missing(number, column)) {
                    double share = squared == null ? 1 : 1 - Math.sqrt(squared[column]) / (feather + 1);
                    mix(row, column * samples.channels(), completed, number, column, share);
                }
            }
            samples.write(number, row);
        }
        return samples;
    }

    private void mix(int[] row, int pixel, PixelImage completed, int number, int column, double share) {
        int colours = samples.isGrey() ? 1 : PixelImage.CHANNELS;
        for (int channel = 0; channel < colours; channel++) {
            double made = samples.isGrey()
                    ? brightness(completed, number, column)
                    : completed.sample(number, column, channel);
            double scaled = samples.bits() > Byte.SIZE ? made * STEP : made;
            row[pixel + channel] = (int) Math.round(share * scaled + (1 - share) * row[pixel + channel]);
        }
        if (samples.hasOpacity()) {
            int opacity = row[pixel + colours];
            row[pixel + colours] = (int) Math.round(share * samples.largest() + (1 - share) * opacity);
        }
    }

    private static double brightness(PixelImage image, int row, int column) {
        return 0.299 * image.sample(row, column, 0)
                + 0.587 * image.sample(row, column, 1)
                + 0.114 * image.sample(row, column, 2);
    }
}
