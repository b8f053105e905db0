package dev.gangway.gan.training;

import ai.djl.ndarray.NDManager;
import dev.gangway.gan.network.Dcgan;
import dev.gangway.gan.torchscript.Operations;

/**
 * What every stage of a training works with.
 *
 * @param manager parent of the scope of each step, on the training's device
 */
record StageContext(NDManager manager, Operations operations, Dcgan networks, StagePlan plan, TrainingImages images) {}
