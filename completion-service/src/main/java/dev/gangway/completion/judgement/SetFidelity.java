package dev.gangway.completion.judgement;

import dev.gangway.contracts.metric.Metric.Fidelity;
import dev.gangway.evaluation.ImageFigures;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.DoubleStream;

/**
 * How close a set of images is to the truth, image by image.
 *
 * @param psnr over whole images
 * @param ssim over whole images
 * @param psnrHole over the missing pixels
 * @param ssimHole over the missing pixels; without values when no window lies inside
 */
public record SetFidelity(Distribution psnr, Distribution ssim, Distribution psnrHole, Distribution ssimHole) {

    /** One image's figures as they are published: JSON has no infinity, so an infinite PSNR is null. */
    public static Fidelity of(ImageFigures figures) {
        return new Fidelity(
                finite(figures.psnr()),
                defined(figures.ssim()),
                finite(figures.psnrHole()),
                defined(figures.ssimHole()));
    }

    /** The distributions over a set. */
    public static SetFidelity of(List<Fidelity> images) {
        return new SetFidelity(
                Distribution.of(ratios(images, Fidelity::psnr)),
                Distribution.of(similarities(images, Fidelity::ssim)),
                Distribution.of(ratios(images, Fidelity::psnrHole)),
                Distribution.of(similarities(images, Fidelity::ssimHole)));
    }

    /** The mean of each figure. */
    public Fidelity means() {
        return new Fidelity(psnr.mean(), ssim.mean(), psnrHole.mean(), ssimHole.mean());
    }

    private static Double defined(OptionalDouble value) {
        return value.isPresent() ? (Double) value.getAsDouble() : null;
    }

    private static Double finite(double value) {
        return Double.isFinite(value) ? (Double) value : null;
    }

    private static DoubleStream ratios(List<Fidelity> images, Function<Fidelity, Double> figure) {
        return images.stream().map(figure).mapToDouble(value -> value == null ? Double.POSITIVE_INFINITY : value);
    }

    private static DoubleStream similarities(List<Fidelity> images, Function<Fidelity, Double> figure) {
        return images.stream().map(figure).filter(Objects::nonNull).mapToDouble(value -> value);
    }
}
