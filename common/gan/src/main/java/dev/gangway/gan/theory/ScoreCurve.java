package dev.gangway.gan.theory;

import static dev.gangway.gan.array.Arithmetic.minus;
import static dev.gangway.gan.array.Arithmetic.plus;
import static dev.gangway.gan.array.Arithmetic.times;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.gangway.gan.array.NativeArray;
import dev.gangway.gan.loss.GradientPenalty;
import dev.gangway.gan.network.Parameters;
import dev.gangway.gan.optimizer.Adam;
import dev.gangway.gan.optimizer.AdamSettings;
import dev.gangway.gan.random.Seeds;
import dev.gangway.gan.torchscript.Operations;
import java.util.List;
import java.util.SplittableRandom;

/**
 * The scores that a discriminator has learned for two normal distributions that stay as they are (RankGAN, Figure 2).
 *
 * @param method how it learned
 * @param x positions, increasing
 * @param scores D(x) at each position
 */
public record ScoreCurve(ScoreMethod method, double[] x, double[] scores) {

    private static final int UPDATES = 1_500;
    private static final int BATCH = 512;
    private static final double FIRST_RATE = 5e-3;
    private static final AdamSettings ADAM = new AdamSettings(0.9, 0.99, 1e-8);

    /**
     * Trains a small network and reads its scores off; the same for the same {@code seed}.
     *
     * @param x where to read, increasing
     */
    public static ScoreCurve learn(ScoreMethod method, TwoGaussians data, long seed, double... x) {
        try (NDManager manager = NDManager.newBaseManager(Device.cpu());
                Operations operations = Operations.load(manager)) {
            Parameters network = ToyDiscriminator.first(manager, seed).trainable();
            Adam adam = new Adam(operations, network, Adam.firstState(manager, network), ADAM);
            for (int update = 0; update < UPDATES; update++) {
                // Down to zero by a half cosine, so that the last batches do not decide.
                double rate = FIRST_RATE * 0.5 * (1 + Math.cos(Math.PI * update / UPDATES));
                try (NDManager scope = manager.newSubManager()) {
                    SplittableRandom random = Seeds.generator(seed, update);
                    NDArray loss = operations.recording(() -> loss(operations, network, method, data, scope, random));
                    adam.update(
                            operations.gradients(
                                    loss, List.copyOf(network.variables().values())),
                            rate);
                }
            }
            return new ScoreCurve(method, x, scores(manager, network, x));
        }
    }

    private static NDArray loss(
            Operations operations,
            Parameters network,
            ScoreMethod method,
            TwoGaussians data,
            NDManager scope,
            SplittableRandom random) {
        NDArray real = plus(draws(scope, random), data.centre());
        NDArray fake = minus(draws(scope, random), data.centre());
        NDArray adversarial = method.loss()
                .discriminator(ToyDiscriminator.score(network, real), ToyDiscriminator.score(network, fake));
        if (method.penaltyWeight() == 0) {
            return adversarial;
        }
        NDArray alpha = NativeArray.of(scope, Seeds.uniforms(random, BATCH), new Shape(BATCH, 1));
        NDArray penalty =
                new GradientPenalty(operations).of(x -> ToyDiscriminator.score(network, x), real, fake, alpha);
        return adversarial.add(times(method.penaltyWeight(), penalty));
    }

    private static NDArray draws(NDManager scope, SplittableRandom random) {
        return NativeArray.of(scope, Seeds.gaussians(random, BATCH), new Shape(BATCH, 1));
    }

    private static double[] scores(NDManager manager, Parameters network, double... x) {
        float[] positions = new float[x.length];
        for (int i = 0; i < x.length; i++) {
            positions[i] = (float) x[i];
        }
        try (NDManager scope = manager.newSubManager()) {
            float[] found = ToyDiscriminator.score(network, NativeArray.of(scope, positions, new Shape(x.length, 1)))
                    .toFloatArray();
            double[] scores = new double[x.length];
            for (int i = 0; i < x.length; i++) {
                scores[i] = found[i];
            }
            return scores;
        }
    }
}
