package dev.gangway.gan.torchscript;

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
    LEAKY_RELU("leaky_relu");

    private final String method;

    Layer(String method) {
        this.method = method;
    }

    String method() {
        return method;
    }
}
