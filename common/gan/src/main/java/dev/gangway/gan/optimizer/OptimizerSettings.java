package dev.gangway.gan.optimizer;

import ai.djl.ndarray.NDManager;
import dev.gangway.gan.network.Parameters;
import dev.gangway.gan.torchscript.Operations;

/** Which optimizer, with which constants; learning rates come with every update. */
public sealed interface OptimizerSettings permits AdamSettings, RmsPropSettings, NesterovSettings {

    /** The state before the first update of {@code network}, in the care of {@code parent}. */
    Parameters firstState(NDManager parent, Parameters network);

    /** The optimizer of {@code network} that goes on from {@code state}: a first one, or one that was saved. */
    Optimizer of(Operations operations, Parameters network, Parameters state);
}
