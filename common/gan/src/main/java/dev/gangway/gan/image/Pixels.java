package dev.gangway.gan.image;

import static dev.gangway.gan.array.Arithmetic.between;
import static dev.gangway.gan.array.Arithmetic.minus;
import static dev.gangway.gan.array.Arithmetic.over;
import static dev.gangway.gan.array.Arithmetic.plus;
import static dev.gangway.gan.array.Arithmetic.times;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;

/** The two scales of a pixel: uint8 in files, [-1, 1] in networks. */
public final class Pixels {

    private static final double HALF_RANGE = 127.5;

    private Pixels() {}

    /** From uint8 to float32 in [-1, 1]. */
    public static NDArray toSigned(NDArray bytes) {
        return minus(over(bytes.toType(DataType.FLOAT32, false), HALF_RANGE), 1);
    }

    /** From [-1, 1], in any shape, to the nearest uint8; what lies outside is clipped. */
    public static byte[] toBytes(NDArray signed) {
        NDArray scaled = times(HALF_RANGE, plus(between(-1, signed, 1), 1)).round();
        return scaled.toType(DataType.UINT8, false).toByteArray();
    }
}
