package dev.gangway.gan.image;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;

/** The two scales of a pixel: uint8 in files, [-1, 1] in networks. */
public final class Pixels {

    private static final double HALF_RANGE = 127.5;

    private Pixels() {}

    /** From uint8 to float32 in [-1, 1]. */
    public static NDArray toSigned(NDArray bytes) {
        return bytes.toType(DataType.FLOAT32, false).div(HALF_RANGE).sub(1);
    }

    /** From [-1, 1], in any shape, to the nearest uint8; what lies outside is clipped. */
    public static byte[] toBytes(NDArray signed) {
        NDArray scaled = signed.clip(-1, 1).add(1).mul(HALF_RANGE).round();
        return scaled.toType(DataType.UINT8, false).toByteArray();
    }
}
