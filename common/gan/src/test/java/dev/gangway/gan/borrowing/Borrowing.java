package dev.gangway.gan.borrowing;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.function.BiFunction;

/** What no class of ours does: every method but the last computes with values in Java's memory. */
public final class Borrowing {

    /** The names of these methods. */
    public static final List<String> WAYS = List.of(
            "operand",
            "comparison",
            "inPlace",
            "both",
            "reversed",
            "reference",
            "engine",
            "number",
            "values",
            "buffer");

    private Borrowing() {}

    static NDArray operand(NDArray x) {
        return x.mul(2);
    }

    static NDArray comparison(NDArray x) {
        return x.gt(0.5);
    }

    static NDArray inPlace(NDArray x) {
        return x.addi(1);
    }

    static NDArray both(NDArray x) {
        return NDArrays.sub(1, x);
    }

    static NDArray reversed(NDArray x) {
        return x.getNDArrayInternal().rdiv(1);
    }

    static BiFunction<NDArray, Number, NDArray> reference() {
        return NDArray::pow;
    }

    static PtNDArray engine(PtNDArray x) {
        return x.div(3);
    }

    static NDArray number(NDManager scope) {
        return scope.create(1.5);
    }

    static NDArray values(NDManager scope) {
        return scope.create(new float[] {1, 2}, new Shape(2));
    }

    static NDArray buffer(NDManager scope) {
        return scope.create(ByteBuffer.allocateDirect(4), new Shape(4), DataType.UINT8);
    }

    static NDArray sizes(NDManager scope) {
        return scope.create(new Shape(4), DataType.FLOAT32).mul(scope.zeros(new Shape(4)));
    }
}
