package dev.gangway.gan.loss;

import static dev.gangway.gan.array.Arithmetic.times;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.DataType;
import dev.gangway.gan.NativeTest;
import dev.gangway.gan.Reference;
import dev.gangway.gan.network.Networks;
import dev.gangway.gan.network.Parameters;
import dev.gangway.gan.optimizer.Adam;
import dev.gangway.gan.optimizer.AdamSettings;
import dev.gangway.gan.optimizer.Optimizer;
import dev.gangway.gan.optimizer.RmsProp;
import dev.gangway.gan.optimizer.RmsPropSettings;
import dev.gangway.gan.optimizer.WeightClipping;
import dev.gangway.gan.torchscript.Precision;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StepParityTest extends NativeTest {

    private static final double RATE = 5e-5;

    private Reference reference;
    private Networks networks;
    private Parameters critic;

    @ParameterizedTest
    @EnumSource(names = {"FLOAT64", "FLOAT32"})
    void theNetworksAgreeWithTheReference(DataType type) {
        read(type);
        reference.assertArray(fake("step.gen"), "step.fake");
        reference.assertArray(networks.score(critic, reference.array("step.x")), "step.scores_real");
        reference.assertArray(networks.score(critic, fake("step.gen")), "step.scores_fake");
        reference.assertArray(networks.score(critic, fake("step.gen_prev")), "step.scores_fake_prev");
    }

    @ParameterizedTest
    @EnumSource(names = {"FLOAT64", "FLOAT32"})
    void theGradientPenaltyAndItsSecondOrderGradientsAgreeWithTheReference(DataType type) {
        read(type);
        NDArray penalty = operations.recording(this::penalty);
        reference.assertScalar(penalty, "step.gradient_penalty");
        reference.assertNetwork(operations.gradients(penalty, critic.arrays()), "step.gradient_penalty.grad");
    }

    @ParameterizedTest
    @EnumSource(names = {"FLOAT64", "FLOAT32"})
    void aWholeDiscriminatorStepAgreesWithTheReference(DataType type) {
        read(type);
        NDArray loss = operations.recording(this::discriminatorLoss);
        reference.assertScalar(loss, "step.rankgan_disc");
        reference.assertNetwork(operations.gradients(loss, critic.arrays()), "step.rankgan_disc.grad");
    }

    @ParameterizedTest
    @EnumSource(names = {"FLOAT64", "FLOAT32"})
    void aWholeGeneratorStepAgreesWithTheReference(DataType type) {
        read(type);
        Parameters generator = reference.network("step.gen", 3);
        NDArray loss = operations.recording(() -> new RankingLoss()
                .generator(
                        networks.score(critic, reference.array("step.x")),
                        networks.score(critic, networks.generate(generator, reference.array("step.z")))));
        reference.assertScalar(loss, "step.rankgan_gen");
        reference.assertNetwork(operations.gradients(loss, generator.arrays()), "step.rankgan_gen.grad");
    }

    @ParameterizedTest
    @EnumSource(names = {"FLOAT64", "FLOAT32"})
    void threeUpdatesOfAdamAgreeWithTheReference(DataType type) {
        read(type);
        Parameters state = Adam.firstState(manager, critic);
        updateThrice(new Adam(operations, critic, state, AdamSettings.RANKGAN));
        reference.assertNetwork(critic.arrays(), "step.adam3");
    }

    @ParameterizedTest
    @EnumSource(names = {"FLOAT64", "FLOAT32"})
    void threeUpdatesOfRmsPropAgreeWithTheReference(DataType type) {
        read(type);
        updateThrice(new RmsProp(operations, critic, RmsProp.firstState(manager, critic), RmsPropSettings.USUAL));
        reference.assertNetwork(critic.arrays(), "step.rmsprop3");
    }

    @ParameterizedTest
    @EnumSource(names = {"FLOAT64", "FLOAT32"})
    void weightClippingAgreesWithTheReference(DataType type) {
        read(type);
        new WeightClipping(operations, 0.01).clip(critic);
        reference.assertNetwork(critic.arrays(), "step.clipped");
    }

    private void read(DataType type) {
        reference = new Reference(manager, type);
        networks = Reference.NETWORKS.networks(operations, Precision.FULL);
        critic = reference.network("step.critic", 3);
    }

    private void updateThrice(Optimizer optimizer) {
        NDList gradients = operations.gradients(operations.recording(this::discriminatorLoss), critic.arrays());
        for (int update = 0; update < 3; update++) {
            optimizer.update(gradients, RATE);
        }
    }

    private NDArray discriminatorLoss() {
        NDArray real = networks.score(critic, reference.array("step.x"));
        NDArray fake = networks.score(critic, fake("step.gen"));
        NDArray previous = networks.score(critic, fake("step.gen_prev"));
        ClampLoss clamp =
                new ClampLoss(reference.scalar("m_high"), reference.scalar("m_low"), ClampLoss.Form.PER_SAMPLE);
        return new RankingLoss()
                .discriminator(fake, previous)
                .add(times(10, penalty()))
                .add(times(1000, clamp.discriminator(real, previous)));
    }

    private NDArray penalty() {
        return new GradientPenalty(operations)
                .of(
                        images -> networks.score(critic, images),
                        reference.array("step.x"),
                        fake("step.gen"),
                        reference.array("step.alpha"));
    }

    private NDArray fake(String generator) {
        return operations.withoutRecording(
                () -> networks.generate(reference.network(generator, 3), reference.array("step.z")));
    }
}
