package dev.gangway.gan.optimizer;

import ai.djl.ndarray.NDArray;
import dev.gangway.gan.network.Parameters;
import java.util.List;

/** Changes the parameters of one network along their gradients, all at once and in place. */
public sealed interface Optimizer permits Adam, RmsProp, Nesterov {

    /**
     * One update.
     *
     * @param gradients one per variable, in the order of {@link Parameters#variables()}
     * @param rate learning rate, positive
     */
    void update(List<NDArray> gradients, double rate);

    /** What has to be saved for the next update to be the same: a live view, not a copy. */
    Parameters state();
}
