package dev.gangway.gan.network;

/** The distribution of the first weights; biases start at zero. */
public enum Initialisation {
    /** Normal, with the variance that keeps that of the signal through rectified layers (He et al. 2015). */
    HE {
        @Override
        double deviation(long inputs, boolean rectified) {
            return Math.sqrt((rectified ? 2.0 : 1.0) / inputs);
        }
    },
    /** Normal with standard deviation 0.02 (DCGAN, section 4); without batch norm a critic may stay near zero. */
    DCGAN {
        @Override
        double deviation(long inputs, boolean rectified) {
            return DCGAN_DEVIATION;
        }
    };

    static final double DCGAN_DEVIATION = 0.02;

    /** The standard deviation of a weight in a layer where {@code inputs} values meet in one output, rectified or not. */
    abstract double deviation(long inputs, boolean rectified);
}
