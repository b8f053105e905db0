package dev.gangway.gan.completion.objective;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import dev.gangway.gan.NativeTest;
import dev.gangway.gan.Reference;
import dev.gangway.gan.completion.blending.Pasting;
import dev.gangway.gan.generation.TrainedModel;
import dev.gangway.gan.network.Parameters;
import dev.gangway.gan.torchscript.Precision;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ObjectiveParityTest extends NativeTest {

    private Reference reference;
    private NDArray z;
    private NDArray mask;

    @ParameterizedTest
    @EnumSource(names = {"FLOAT64", "FLOAT32"})
    void bothObjectivesAndTheirGradientsAgreeWithTheReference(DataType type) {
        read(type);
        agrees(objective(PerceptualLoss.GOGAN, 0.1), "completion.gogan");
        agrees(objective(PerceptualLoss.RANKGAN, 10), "completion.rankgan");
    }

    @ParameterizedTest
    @EnumSource(names = {"FLOAT64", "FLOAT32"})
    void theBlendedImagesAgreeWithTheReference(DataType type) {
        read(type);
        Objective objective = objective(PerceptualLoss.RANKGAN, 10);
        NDArray image = reference.array("step.x");
        Objective.Value found = objective.at(z, objective.target(image, mask));
        reference.assertArray(found.contextual(), "completion.contextual_per_image");
        reference.assertArray(new Pasting().of(image, found.generated(), mask), "completion.blended");
    }

    private void read(DataType type) {
        reference = new Reference(manager, type);
        z = reference.variable("step.z");
        mask = reference.array("completion.mask");
    }

    private Objective objective(PerceptualLoss perceptual, double lambda) {
        Parameters critic = reference.network("step.critic", 3);
        TrainedModel.Weights weights =
                new TrainedModel.Weights(reference.network("step.gen", 3), Optional.of(critic), Optional.empty());
        return new Objective(
                Reference.NETWORKS.networks(operations, Precision.FULL),
                weights,
                operations,
                ObjectiveSettings.of(perceptual, lambda));
    }

    private void agrees(Objective objective, String name) {
        Objective.Target target = objective.target(reference.array("step.x"), mask);
        NDArray total = operations.recording(() -> objective.at(z, target).total());
        reference.assertArray(total, name + ".total_per_image");
        NDArray sum = operations.recording(total::sum);
        reference.assertArray(operations.gradients(sum, List.of(z)).singletonOrThrow(), name + ".grad_z");
    }
}
