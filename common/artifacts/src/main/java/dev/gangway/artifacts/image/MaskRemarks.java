package dev.gangway.artifacts.image;

import dev.gangway.artifacts.image.format.PictureNote;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What is to be said of a mask that was read, in the words of whoever drew it. */
final class MaskRemarks {

    private static final double MOST = 0.75;
    private static final double PERCENT = 100;

    private final MaskTones tones;
    private final int threshold;
    private final boolean noisy;
    private final boolean inverted;

    /**
     * Of a mask.
     *
     * @param tones of what counts: brightness, or darkness where it is inverted
     * @param threshold above which, of 255, a pixel is missing
     * @param noisy whether the threshold is that of compression's noise
     * @param inverted whether black is missing
     */
    MaskRemarks(MaskTones tones, int threshold, boolean noisy, boolean inverted) {
        this.tones = tones;
        this.threshold = threshold;
        this.noisy = noisy;
        this.inverted = inverted;
    }

    /**
     * Passes what tells what is missing.
     *
     * @throws PictureRefusedException for all others, with what to do about it
     */
    void requireMeaning(PictureMask mask) throws PictureRefusedException {
        if (tones.nothingVisible()) {
            throw new PictureRefusedException(
                    "the mask's alpha channel is 0 everywhere, so that nothing of it is to be seen");
        }
        if (tones.transparentShare() > 0 && tones.isPhoto()) {
            throw new PictureRefusedException(String.format(
                    Locale.ROOT,
                    "the mask's alpha channel is 0 where %s of it lie, and the rest is a photo rather than strokes: which of them is missing cannot be told. Draw what is missing in %s, on %s or on a transparent canvas",
                    percent(tones.transparentShare()),
                    missingColour(),
                    visibleColour()));
        }
        if (tones.transparentShare() > 0 && tones.brightest() == 0) {
            throw new PictureRefusedException(String.format(
                    Locale.ROOT,
                    "the mask is %s where its alpha channel is not 0, and transparent where it is: which of them is missing cannot be told. Draw what is missing in %s, or %s",
                    visibleColour(),
                    missingColour(),
                    otherwise()));
        }
        if (mask.missingPixels() == mask.height() * mask.width()) {
            throw new PictureRefusedException(String.format(
                    Locale.ROOT,
                    "the mask hides everything: all of it is %s than %d of 255. %s is missing and %s is not; if it is the other way round, %s",
                    inverted ? "darker by more" : "brighter",
                    threshold,
                    capital(missingColour()),
                    visibleColour(),
                    otherwise()));
        }
    }

    /** What its owner should know. */
    List<PictureNote> notes(PictureMask mask) {
        List<PictureNote> notes = new ArrayList<>();
        double hidden = (double) mask.missingPixels() / (mask.height() * mask.width());
        double most = tones.brightest() * MaskReading.LARGEST;
        if (hidden == 0) {
            notes.add(new PictureNote(
                    "mask-hides-nothing",
                    String.format(
                            Locale.ROOT,
                            "the mask hides nothing: its %s pixel has %.1f of 255, and what is missing has %s %d",
                            inverted ? "darkest" : "brightest",
                            inverted ? MaskReading.LARGEST - most : most,
                            inverted ? "less than" : "more than",
                            inverted ? MaskReading.LARGEST - threshold : threshold)));
        } else if (most <= MaskReading.NOISE) {
            notes.add(new PictureNote(
                    "mask-of-labels",
                    String.format(
                            Locale.ROOT,
                            "the mask's values go %s %.1f of 255 and were taken for labels: what is %s %d is missing",
                            inverted ? "down to" : "up to",
                            inverted ? MaskReading.LARGEST - most : most,
                            inverted ? "less than" : "more than",
                            inverted ? MaskReading.LARGEST - threshold : threshold)));
        }
        if (hidden > MOST) {
            notes.add(new PictureNote(
                    "mask-hides-most",
                    "the mask hides " + percent(hidden) + " of the picture: " + missingColour() + " is missing. If "
                            + visibleColour() + " was meant, " + otherwise()));
        }
        if (noisy) {
            notes.add(new PictureNote(
                    "mask-with-noise",
                    "the mask was compressed with loss: up to " + threshold
                            + " of 255 counts as noise. Send a PNG, or set the threshold"));
        }
        return notes;
    }

    private String missingColour() {
        return inverted ? "black" : "white";
    }

    private String visibleColour() {
        return inverted ? "white" : "black";
    }

    /** What to do when the other colour was meant. */
    private String otherwise() {
        return inverted ? "leave out the setting `invert`" : "send it inverted, or set `invert` for pictures' masks";
    }

    private static String capital(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }

    private static String percent(double share) {
        return Math.round(share * PERCENT) + " %";
    }
}
