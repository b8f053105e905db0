package dev.gangway.artifacts.image;

import dev.gangway.artifacts.image.format.PictureNote;
import java.util.List;

/**
 * Makes out what a mask means that somebody drew. A pixel counts as much as it is bright (0.299 R + 0.587 G + 0.114 B, Rec. 601) times how
 * opaque it is, and is missing when that is more than the threshold:
 *
 * <ul>
 *   <li>white on black, in one bit or sixteen, in grey, a palette or colours; edges that are half white, too;
 *   <li>labels: 1 where something is missing, or the classes' numbers;
 *   <li>strokes on a transparent canvas.
 * </ul>
 *
 * <p>Where a mask is inverted, a pixel counts as much as it is dark: black on white, and black strokes on a transparent canvas.
 *
 * <p>What can be read in two ways is refused: a photo with a mask in its alpha channel, which may be opaque or transparent where
 * something is missing, and black on transparent, unless it is inverted.
 */
public final class MaskReading {

    /** Of 255: what compression with loss leaves around a white edge. */
    static final int NOISE = 31;

    static final int LARGEST = 255;

    private final PictureSamples samples;
    private final int threshold;
    private final boolean noisy;
    private final boolean inverted;
    private final MaskTones tones = new MaskTones();

    private MaskReading(DecodedPicture drawing, Integer threshold, boolean inverted) {
        this.samples = drawing.samples();
        this.inverted = inverted;
        this.noisy = threshold == null && drawing.lossy();
        this.threshold = noisy ? NOISE : threshold == null ? 0 : threshold;
    }

    /**
     * A mask that was made out.
     *
     * @param mask what is missing
     * @param notes what its owner should know of how it was read
     */
    public record ReadMask(PictureMask mask, List<PictureNote> notes) {

        public ReadMask {
            notes = List.copyOf(notes);
        }
    }

    /**
     * Reads a mask.
     *
     * @param threshold a pixel is missing above it, of 255; when null, above 0, and above the noise of compression where there is any
     * @param inverted whether black is missing rather than white
     * @throws PictureRefusedException when it does not tell what is missing, or hides everything
     */
    public static ReadMask of(DecodedPicture drawing, Integer threshold, boolean inverted)
            throws PictureRefusedException {
        return new MaskReading(drawing, threshold, inverted).read();
    }

    private ReadMask read() throws PictureRefusedException {
        boolean[] missing = new boolean[samples.height() * samples.width()];
        int[] row = null;
        for (int number = 0; number < samples.height(); number++) {
            row = samples.row(number, row);
            for (int column = 0; column < samples.width(); column++) {
                missing[number * samples.width() + column] = isMissing(row, column * samples.channels());
            }
        }
        PictureMask mask = PictureMask.owning(samples.height(), samples.width(), missing);
        MaskRemarks remarks = new MaskRemarks(tones, threshold, noisy, inverted);
        remarks.requireMeaning(mask);
        return new ReadMask(mask, remarks.notes(mask));
    }

    private boolean isMissing(int[] row, int pixel) {
        double brightness = samples.isGrey()
                ? row[pixel]
                : (299.0 * row[pixel] + 587.0 * row[pixel + 1] + 114.0 * row[pixel + 2]) / 1000;
        double drawn = brightness / samples.largest();
        double bright = inverted ? 1 - drawn : drawn;
        double opaque = samples.hasOpacity() ? (double) row[pixel + samples.channels() - 1] / samples.largest() : 1;
        tones.add(bright, opaque);
        // The comparison leaves a hair's breadth for the rounding of fractions, far below one step of sixteen bits.
        return bright * opaque * LARGEST > threshold + 1e-6;
    }
}
