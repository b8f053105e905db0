package dev.gangway.contracts.metric;

/** Between which values figures can lie, with room for rounding where they are means of rounded numbers. */
final class Ranges {

    /** The PSNR with range 255 of white instead of black. */
    static final String LEAST_PSNR = "0";

    /** More than the 168 dB of an image of which one in 10¹² samples is off by one. */
    static final String LARGEST_PSNR = "200";

    /** A structural similarity is -1 at least. */
    static final String LEAST_SSIM = "-1.000001";

    /** A structural similarity is 1 at most. */
    static final String LARGEST_SSIM = "1.000001";

    /** An Inception Score, the exponential of a divergence, is 1 at least. */
    static final String LEAST_INCEPTION_SCORE = "0.999999";

    private Ranges() {}
}
