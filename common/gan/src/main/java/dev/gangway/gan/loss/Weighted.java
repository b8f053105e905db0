package dev.gangway.gan.loss;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;

/** A term of a sum of losses. */
public final class Weighted {

    private Weighted() {}

    /** {@code weight * term} in the data type of the scalar {@code term}; a plain product of scalars would widen it. */
    public static NDArray by(double weight, NDArray term) {
        NDManager scope = term.getManager();
        return term.mul(scope.create(weight).toType(term.getDataType(), false));
    }
}
