package dev.gangway.benchmarks.search;

import java.util.List;

/**
 * What was found.
 *
 * @param recipe whose networks completed the images
 * @param scope how large it was
 * @param conditions what it ran on
 * @param lambda weight of the perceptual loss in all searches
 * @param plainOnValidation mean hole PSNR of the plain search on validation images, in decibels
 * @param candidates the short list on validation images
 * @param methods what was measured on test images, the plain search first
 * @param chosen the place of the chosen search among the methods
 */
public record SearchReport(
        String recipe,
        Scope scope,
        Conditions conditions,
        double lambda,
        double plainOnValidation,
        List<Candidate> candidates,
        List<Row> methods,
        int chosen) {

    /** The share of the plain search's time that the chosen one is claimed to need at most. */
    public static final double CLAIM = 0.2;

    /** A search of the short list; {@code asGood} when its hole PSNR is at least the plain search's. */
    public record Candidate(
            double rate, double tolerance, int window, double holePsnr, double meanUpdates, boolean asGood) {}

    /**
     * A method on test images.
     *
     * @param holePsnr mean over the images in decibels
     * @param meanUpdates of an image's z
     * @param mostUpdates of an image's z
     * @param seconds of a batch
     * @param share of the plain search's seconds in the same round
     */
    public record Row(
            String name, double holePsnr, double meanUpdates, int mostUpdates, Spread seconds, Spread share) {}

    public SearchReport {
        candidates = List.copyOf(candidates);
        methods = List.copyOf(methods);
    }

    /** Whether the chosen search fills the holes of test images at least as well as the plain one. */
    public boolean isAsGood() {
        return methods.get(chosen).holePsnr() >= methods.get(0).holePsnr();
    }

    /** Whether its median share of the time is within {@link #CLAIM}. */
    public boolean isWithinClaim() {
        return methods.get(chosen).share().median() <= CLAIM;
    }

    /** The tables, in Markdown. */
    public String toPage() {
        return ReportPage.of(this);
    }
}
