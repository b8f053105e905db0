package dev.gangway.trainer.stage;

import dev.gangway.gan.network.DeviceMemory;
import java.util.function.Supplier;

/** A job's recipe does not fit its dataset, or not the checkpoint that it would go on from; trying again would not help. */
final class RecipeUnfitException extends RuntimeException {

    RecipeUnfitException(IllegalArgumentException refusal) {
        super(refusal.getMessage(), refusal);
    }

    /**
     * What {@code making} makes before the first step of a run. An illegal argument there is the recipe's; later it is nobody's but the
     * program's.
     *
     * @throws RecipeUnfitException when it is refused for what it is made from, and not because the device has no memory for it
     */
    static <T> T unlessFitting(Supplier<T> making) {
        try {
            return making.get();
        } catch (IllegalArgumentException e) {
            if (DeviceMemory.isExhausted(e)) {
                throw e;
            }
            throw new RecipeUnfitException(e);
        }
    }
}
