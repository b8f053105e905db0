package dev.gangway.gan.torchscript;

import java.util.EnumSet;
import java.util.Set;

/** A differentiable step of a network on images (batch, channel, height, width). */
public enum Layer {
    /** Convolution, stride 1, no padding; weight (out, in, kernel, kernel), bias (out). */
    CONVOLUTION("convolve"),
    /** Convolution of kernel 3 that keeps height and width; weight (out, in, 3, 3), bias (out). */
    CONVOLUTION_SAME("convolve_same"),
    /** Convolution of kernel 4 that halves height and width; weight (out, in, 4, 4), bias (out). */
    CONVOLUTION_HALVING("convolve_halving"),
    /** Transposed convolution, stride 1, no padding; weight (in, out, kernel, kernel), bias (out). */
    TRANSPOSED_CONVOLUTION("transposed_convolve"),
    /** Transposed convolution of kernel 4 that doubles height and width; weight (in, out, 4, 4), bias (out). */
    TRANSPOSED_CONVOLUTION_DOUBLING("transposed_convolve_doubling"),
    /** Bilinear interpolation that doubles height and width. */
    BILINEAR_DOUBLING("upsample"),
    /** {@code x} where positive, {@code 0.2 x} elsewhere; DJL's own takes the slope in single precision only. */
    LEAKY_RELU("leaky_relu"),
    /** The mean of two by two values: halves height and width. */
    AVERAGE_HALVING("average_halving"),
    /** Each pixel's channels divided by the root of their mean square (ProGAN, section 4.2). */
    PIXEL_NORM("pixel_norm"),
    /** Batch normalisation by what was seen; scale, shift, mean and variance, each (channel). */
    BATCH_NORM("batch_norm"),
    /** Batch normalisation by the batch itself, which moves mean and variance by a tenth. */
    BATCH_NORM_LEARNING("batch_norm_learning"),
    /** Batch normalisation by the batch itself, which leaves mean and variance as they are. */
    BATCH_NORM_OF_BATCH("batch_norm_of_batch"),
    /** One more channel with the mean standard deviation that was seen within batches (1). */
    MINIBATCH_DEVIATION("minibatch_deviation"),
    /** One more channel with the batch's own mean standard deviation (ProGAN, section 3), which moves (1) by a tenth. */
    MINIBATCH_DEVIATION_LEARNING("minibatch_deviation_learning"),
    /** The same, which leaves (1) as it is. */
    MINIBATCH_DEVIATION_OF_BATCH("minibatch_deviation_of_batch");

    private static final Set<Layer> CONVOLUTIONS = EnumSet.of(
            CONVOLUTION,
            CONVOLUTION_SAME,
            CONVOLUTION_HALVING,
            TRANSPOSED_CONVOLUTION,
            TRANSPOSED_CONVOLUTION_DOUBLING);

    private final String method;

    Layer(String method) {
        this.method = method;
    }

    /** Whether it is there in every {@link Precision}. */
    boolean isConvolution() {
        return CONVOLUTIONS.contains(this);
    }

    String method() {
        return method;
    }
}
