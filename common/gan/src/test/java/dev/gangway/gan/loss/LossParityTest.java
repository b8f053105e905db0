package dev.gangway.gan.loss;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.DataType;
import dev.gangway.gan.NativeTest;
import dev.gangway.gan.Reference;
import dev.gangway.gan.network.Posterior;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LossParityTest extends NativeTest {

    private static final String REAL = "real";
    private static final String FAKE = "fake";
    private static final String PREVIOUS = "fake_prev";

    private Reference reference;

    @ParameterizedTest
    @EnumSource(names = {"FLOAT64", "FLOAT32"})
    void everyLossAndItsGradientAgreeWithTheReference(DataType type) {
        reference = new Reference(manager, type);
        NonSaturatingLoss gan = new NonSaturatingLoss();
        agrees("gan.disc", scores -> gan.discriminator(scores.get(0), scores.get(1)), REAL, FAKE);
        agrees("gan.gen_nonsaturating", scores -> gan.generator(scores.get(0)), FAKE);
        LeastSquaresLoss lsgan = new LeastSquaresLoss();
        agrees("lsgan.disc", scores -> lsgan.discriminator(scores.get(0), scores.get(1)), REAL, FAKE);
        agrees("lsgan.gen", scores -> lsgan.generator(scores.get(0)), FAKE);
        WassersteinLoss wgan = new WassersteinLoss();
        agrees("wgan.disc", scores -> wgan.discriminator(scores.get(0), scores.get(1)), REAL, FAKE);
        agrees("wgan.gen", scores -> wgan.generator(scores.get(0)), FAKE);
        MarginLoss margin = new MarginLoss(reference.scalar("epsilon"));
        agrees("margin.disc", scores -> margin.discriminator(scores.get(0), scores.get(1)), REAL, FAKE);
        GangRankLoss gogan = new GangRankLoss(reference.scalar("epsilon"));
        agrees("gogan.rank", scores -> gogan.discriminator(scores.get(0), scores.get(1)), REAL, PREVIOUS);
        RankingLoss ranking = new RankingLoss();
        agrees("rankgan.disc_rank", scores -> ranking.discriminator(scores.get(0), scores.get(1)), FAKE, PREVIOUS);
        agrees("rankgan.gen_rank", scores -> ranking.generator(scores.get(0), scores.get(1)), REAL, FAKE);
        ClampLoss clamp =
                new ClampLoss(reference.scalar("m_high"), reference.scalar("m_low"), ClampLoss.Form.PER_SAMPLE);
        agrees("rankgan.clamp", scores -> clamp.discriminator(scores.get(0), scores.get(1)), REAL, PREVIOUS);
    }

    @ParameterizedTest
    @EnumSource(names = {"FLOAT64", "FLOAT32"})
    void theDivergenceAgreesWithTheReference(DataType type) {
        reference = new Reference(manager, type);
        Posterior posterior = new Posterior(reference.array("vae.mu"), reference.array("vae.logvar"));
        reference.assertScalar(new KullbackLeibler().of(posterior), "vae.kl");
    }

    private void agrees(String name, Function<List<NDArray>, NDArray> loss, String... inputs) {
        List<NDArray> scores = Arrays.stream(inputs)
                .map(input -> reference.variable("scores." + input))
                .toList();
        NDArray value = operations.recording(() -> loss.apply(scores));
        reference.assertScalar(value, "loss." + name);
        NDList gradients = operations.gradients(value, scores);
        for (int i = 0; i < inputs.length; i++) {
            reference.assertArray(gradients.get(i), "grad." + name + "." + inputs[i]);
        }
    }
}
