package dev.gangway.contracts.recipe;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotNull;

/** How a network's weights follow their gradients. Without a kind it is Adam. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind", defaultImpl = OptimizerRecipe.Adam.class)
@JsonSubTypes({
    @JsonSubTypes.Type(value = OptimizerRecipe.Adam.class, name = "adam"),
    @JsonSubTypes.Type(value = OptimizerRecipe.RmsProp.class, name = "rmsprop")
})
public sealed interface OptimizerRecipe {

    /** The learning rate. */
    Double learningRate();

    /**
     * Adam (Kingma and Ba).
     *
     * @param learningRate the rate
     * @param beta1 decay of the first moment
     * @param beta2 decay of the second moment
     */
    record Adam(
            @NotNull @DecimalMin(value = "0", inclusive = false) @DecimalMax("1")
            Double learningRate,

            @NotNull @DecimalMin("0") @DecimalMax(value = "1", inclusive = false)
            Double beta1,

            @NotNull @DecimalMin("0") @DecimalMax(value = "1", inclusive = false)
            Double beta2)
            implements OptimizerRecipe {}

    /**
     * RMSProp, which WGAN and GoGAN train with.
     *
     * @param learningRate the rate
     * @param alpha decay of the mean of squared gradients; 0.99 when it is not given
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record RmsProp(
            @NotNull @DecimalMin(value = "0", inclusive = false) @DecimalMax("1")
            Double learningRate,

            @DecimalMin("0") @DecimalMax(value = "1", inclusive = false)
            Double alpha)
            implements OptimizerRecipe {

        private static final double USUAL_ALPHA = 0.99;

        public RmsProp {
            alpha = alpha == null ? (Double) USUAL_ALPHA : alpha;
        }
    }
}
