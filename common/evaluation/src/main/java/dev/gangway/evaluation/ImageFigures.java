package dev.gangway.evaluation;

import java.util.OptionalDouble;

/**
 * How close one completed image came to the truth.
 *
 * @param psnr over the whole image in decibels, see {@link Psnr}; infinite when nothing differs
 * @param ssim over the whole image in [-1, 1], see {@link Ssim}; empty when a side has less than 11 pixels
 * @param psnrHole over the missing pixels in decibels; infinite when nothing differs
 * @param ssimHole over the missing pixels in [-1, 1]; empty when all of them lie within 5 pixels of the border, or a
 *     side has less than 11 pixels
 */
public record ImageFigures(double psnr, OptionalDouble ssim, double psnrHole, OptionalDouble ssimHole) {

    /** Judges {@code completed} against {@code truth}; images or a mask of different size are refused. */
    public static ImageFigures of(RgbImage truth, RgbImage completed, Hole hole) {
        Ssim similarity = Ssim.between(truth, completed, hole);
        return new ImageFigures(
                Psnr.whole(truth, completed), similarity.whole(), Psnr.hole(truth, completed, hole), similarity.hole());
    }
}
