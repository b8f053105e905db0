package dev.gangway.artifacts.image;

import dev.gangway.artifacts.image.format.PictureNote;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

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
 * <p>What can be read in two ways is refused: a photo with a mask in its alpha channel, which may be opaque or transparent where
 * something is missing, and black on transparent.
 */
public final class MaskReading {

    /** Of 255: what compression with loss leaves around a white edge. */
    static final int NOISE = 31;

    private static final int LARGEST = 255;
    private static final double MOST = 0.75;
    private static final double PERCENT = 100;

    private final PictureSamples samples;
    private final int threshold;
    private final boolean noisy;
    private final MaskTones tones = new MaskTones();
    private final List<PictureNote> notes = new ArrayList<>();

    private MaskReading(DecodedPicture drawing, Integer threshold) {
        this.samples = drawing.samples();
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
     * @throws PictureRefusedException when it does not tell what is missing, or hides everything
     */
    public static ReadMask of(DecodedPicture drawing, Integer threshold) throws PictureRefusedException {
        return new MaskReading(drawing, threshold).read();
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
        requireMeaning(mask);
        addNotes(mask);
        return new ReadMask(mask, notes);
    }

    private boolean isMissing(int[] row, int pixel) {
        double brightness = samples.isGrey()
                ? row[pixel]
                : (299.0 * row[pixel] + 587.0 * row[pixel + 1] + 114.0 * row[pixel + 2]) / 1000;
        double bright = brightness / samples.largest();
        double opaque = samples.hasOpacity() ? (double) row[pixel + samples.channels() - 1] / samples.largest() : 1;
        tones.add(bright, opaque);
        // The comparison leaves a hair's breadth for the rounding of fractions, far below one step of sixteen bits.
        return bright * opaque * LARGEST > threshold + 1e-6;
    }

    private void requireMeaning(PictureMask mask) throws PictureRefusedException {
        if (tones.nothingVisible()) {
            throw new PictureRefusedException(
                    "the mask's alpha channel is 0 everywhere, so that nothing of it is to be seen");
        }
        if (tones.transparentShare() > 0 && tones.isPhoto()) {
            throw new PictureRefusedException(String.format(
                    Locale.ROOT,
                    "the mask's alpha channel is 0 where %s of it lie, and the rest is a photo rather than strokes: which of them is missing cannot be told. Draw what is missing in white, on black or on a transparent canvas",
                    percent(tones.transparentShare())));
        }
        if (tones.transparentShare() > 0 && tones.brightest() == 0) {
            throw new PictureRefusedException(
                    "the mask is black where its alpha channel is not 0, and transparent where it is: which of them is"
                            + " missing cannot be told. Draw what is missing in white");
        }
        if (mask.missingPixels() == mask.height() * mask.width()) {
            throw new PictureRefusedException("the mask hides everything: all of it is brighter than " + threshold
                    + " of 255. White is missing and black is not");
        }
    }

    private void addNotes(PictureMask mask) {
        double hidden = (double) mask.missingPixels() / (mask.height() * mask.width());
        double brightest = tones.brightest() * LARGEST;
        if (hidden == 0) {
            notes.add(new PictureNote(
                    "mask-hides-nothing",
                    String.format(
                            Locale.ROOT,
                            "the mask hides nothing: its brightest pixel has %.1f of 255, and what is missing has more than %d",
                            brightest,
                            threshold)));
        } else if (brightest <= NOISE) {
            notes.add(new PictureNote(
                    "mask-of-labels",
                    String.format(
                            Locale.ROOT,
                            "the mask's values go up to %.1f of 255 and were taken for labels: what is more than %d is missing",
                            brightest,
                            threshold)));
        }
        if (hidden > MOST) {
            notes.add(new PictureNote(
                    "mask-hides-most",
                    "the mask hides " + percent(hidden)
                            + " of the picture: white is missing. If black was meant, send it inverted"));
        }
        if (noisy) {
            notes.add(new PictureNote(
                    "mask-with-noise",
                    "the mask was compressed with loss: up to " + threshold
                            + " of 255 counts as noise. Send a PNG, or set the threshold"));
        }
    }

    private static String percent(double share) {
        return Math.round(share * PERCENT) + " %";
    }
}
