package dev.gangway.gan.network;

import ai.djl.ndarray.types.Shape;

/**
 * One layer's weights before they exist.
 *
 * @param weight shape of the weight
 * @param outputs length of the bias
 * @param inputs how many values meet in one output
 * @param rectified whether a rectifier follows
 */
record LayerPlan(Shape weight, long outputs, long inputs, boolean rectified) {

    private static final int KERNEL = 4;

    /** From a vector of {@code in} values to 4 x 4 values. */
    static LayerPlan spread(long in, long out) {
        return new LayerPlan(new Shape(in, out, KERNEL, KERNEL), out, in, true);
    }

    /** A transposed convolution of kernel 4 and stride 2: two by two of its inputs meet in an output. */
    static LayerPlan transposed(long in, long out, boolean rectified) {
        return new LayerPlan(new Shape(in, out, KERNEL, KERNEL), out, in * 4, rectified);
    }

    /** A convolution. */
    static LayerPlan convolution(long in, long out, int kernel, boolean rectified) {
        return new LayerPlan(new Shape(out, in, kernel, kernel), out, in * kernel * kernel, rectified);
    }
}
