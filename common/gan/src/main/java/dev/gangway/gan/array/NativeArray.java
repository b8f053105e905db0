package dev.gangway.gan.array;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.nio.ByteBuffer;

/**
 * Arrays of Java's values in memory that is PyTorch's own. Every value comes to the device through here.
 *
 * <p>On the CPU an array that DJL creates from values is a view of a Java buffer, which the garbage collector frees once the
 * Java object is closed or gone, whoever still computes with it: another view, or autograd, which keeps what it needs for the
 * way back. What PyTorch owns it frees when its last user is done.
 */
public final class NativeArray {

    private NativeArray() {}

    /** {@code values} as float32 in {@code shape}. */
    public static NDArray of(NDManager scope, float[] values, Shape shape) {
        return owned(scope.create(values, shape));
    }

    /** {@code values} as float64 in {@code shape}. */
    public static NDArray of(NDManager scope, double[] values, Shape shape) {
        return owned(scope.create(values, shape));
    }

    /** {@code values} as int64, (values). */
    public static NDArray of(NDManager scope, long... values) {
        return owned(scope.create(values));
    }

    /** {@code values} as booleans in {@code shape}. */
    public static NDArray of(NDManager scope, boolean[] values, Shape shape) {
        return owned(scope.create(values, shape));
    }

    /** The bytes of {@code values} from its position on as {@code type} in {@code shape}; the buffer may be used again at once. */
    public static NDArray of(NDManager scope, ByteBuffer values, Shape shape, DataType type) {
        return owned(scope.create(values, shape, type));
    }

    /** {@code array} as one of {@code scope}, recorded: what is computed from it is freed with {@code scope}. */
    public static NDArray in(NDManager scope, NDArray array) {
        return scope.zeros(array.getShape(), array.getDataType()).add(array);
    }

    /** {@code value} as a scalar of {@code type}. */
    static NDArray of(NDManager scope, double value, DataType type) {
        NDArray exact = owned(scope.create(value));
        if (exact.getDataType() == type) {
            return exact;
        }
        try (exact) {
            return exact.toType(type, false);
        }
    }

    /** A copy in place of {@code view}. DJL's {@code toType} and {@code toDevice} do not copy where nothing changes. */
    private static NDArray owned(NDArray view) {
        try (view) {
            return view.duplicate();
        }
    }
}
