package dev.gangway.gan.training;

import ai.djl.ndarray.NDManager;
import dev.gangway.gan.image.BatchAssembler;
import dev.gangway.gan.network.Networks;
import dev.gangway.gan.torchscript.Operations;

/**
 * What every stage of a training works with.
 *
 * @param manager parent of the scope of each step, on the training's device
 * @param operations what DJL lacks
 * @param networks the functions as they are used after training, each image by itself
 * @param plan the whole training
 * @param images what it sees
 * @param assembler puts the training's batches together
 */
record StageContext(
        NDManager manager,
        Operations operations,
        Networks networks,
        StagePlan plan,
        TrainingImages images,
        BatchAssembler assembler) {

    /** The functions of networks that learn. */
    Networks learning() {
        return networks.learning();
    }

    long seed() {
        return plan.computation().seed();
    }
}
