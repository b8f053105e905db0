package dev.gangway.gan.array;

import ai.djl.ndarray.NDArray;

/**
 * Arithmetic of arrays and plain numbers, as equations have it. Results have the data type of the array, also where that is a
 * scalar, and belong to its manager; they may be recorded.
 *
 * <p>DJL's own ({@code x.mul(0.5)}) may not: its number is a view of a Java buffer ({@link NativeArray}), which autograd keeps
 * and the garbage collector frees, and then gradients are wrong without a word.
 */
public final class Arithmetic {

    private Arithmetic() {}

    /** x + number. */
    public static NDArray plus(NDArray x, double number) {
        return with(x, number, NDArray::add);
    }

    /** x - number. */
    public static NDArray minus(NDArray x, double number) {
        return with(x, number, NDArray::sub);
    }

    /** factor · x. */
    public static NDArray times(double factor, NDArray x) {
        return with(x, factor, NDArray::mul);
    }

    /** x / divisor. */
    public static NDArray over(NDArray x, double divisor) {
        return with(x, divisor, NDArray::div);
    }

    /** max(x, number), value by value. */
    public static NDArray atLeast(NDArray x, double number) {
        return with(x, number, NDArray::maximum);
    }

    /** min(max(x, low), high), value by value. */
    public static NDArray between(double low, NDArray x, double high) {
        // The one operation of DJL that hands its numbers over by value.
        return x.clip(low, high);
    }

    /** 1 - x. */
    public static NDArray oneMinus(NDArray x) {
        return plus(x.neg(), 1);
    }

    /** An operation on two arrays. */
    @FunctionalInterface
    private interface Operation {
        NDArray on(NDArray x, NDArray y);
    }

    private static NDArray with(NDArray x, double number, Operation operation) {
        // Whoever recorded the operation holds the number on its own account.
        try (NDArray scalar = NativeArray.of(x.getManager(), number, x.getDataType())) {
            return operation.on(x, scalar);
        }
    }
}
