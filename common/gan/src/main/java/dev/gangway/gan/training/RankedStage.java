package dev.gangway.gan.training;

import static dev.gangway.gan.array.Arithmetic.times;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import dev.gangway.gan.loss.ClampLoss;
import dev.gangway.gan.loss.GradientPenalty;
import dev.gangway.gan.loss.RankingLoss;
import dev.gangway.gan.network.Networks;
import dev.gangway.gan.network.Parameters;
import dev.gangway.gan.torchscript.Operations;
import java.util.Map;

/** A ranked stage (RankGAN, Algorithm 1, i > 1): D_i and G_i start from D_{i-1} and G_{i-1}, which are frozen. */
final class RankedStage implements Stage {

    private final NDManager manager;
    private final Operations operations;
    private final Networks networks;
    private final Networks learning;
    private final RankedSettings settings;
    private final Batches batches;
    private final LatentSource latents;
    private final Parameters discriminator;
    private final Parameters generator;
    private final Parameters previousGenerator;
    private final Learner discriminatorLearner;
    private final Learner generatorLearner;
    private final GradientPenalty gradientPenalty;
    private final ClampLoss clampLoss;
    private final GeneratorAverage average;
    private final ClampWeight clampWeight;

    RankedStage(StageContext context, TrainingState state, RankedSettings settings) {
        this.manager = context.manager();
        this.operations = context.operations();
        this.networks = context.networks();
        this.learning = context.learning();
        this.settings = settings;
        this.batches = new Batches(context, state.progress().stage(), settings);
        this.latents = new LatentSource(context, state, settings.latents(), batches);
        this.discriminator = state.require(NetworkRole.DISCRIMINATOR);
        this.generator = state.require(NetworkRole.GENERATOR);
        this.previousGenerator = state.require(NetworkRole.PREVIOUS_GENERATOR);
        this.discriminatorLearner =
                new Learner(context, state, settings.critic().optimizer(), NetworkRole.DISCRIMINATOR);
        this.generatorLearner = new Learner(context, state, settings.generator().optimizer(), NetworkRole.GENERATOR);
        this.gradientPenalty = new GradientPenalty(operations);
        this.average = new GeneratorAverage(context, state);
        this.clampWeight = new ClampWeight(state, settings.critic().clamp());
        Margins margins = state.progress().margins().orElseThrow();
        this.clampLoss = new ClampLoss(
                margins.high(), margins.low(), settings.critic().clamp().form());
    }

    static void begin(StageContext context, TrainingState state, RankedSettings settings) {
        HeldOutScores before = new HeldOutMeasurement(context, state).scores();
        state.freezePrevious();
        state.train(Map.of(
                NetworkRole.DISCRIMINATOR, settings.critic().optimizer(),
                NetworkRole.GENERATOR, settings.generator().optimizer()));
        GeneratorAverage.begin(context, state);
        state.progress(state.progress().with(new Margins(before.real(), before.current())));
    }

    @Override
    public void step(int step, Terms terms) {
        long first = (long) step * settings.critic().updates();
        long last = first + settings.critic().updates() - 1;
        for (long update = first; update <= last; update++) {
            updateDiscriminator(update, terms);
        }
        updateGenerator(step, last, terms);
    }

    private void updateDiscriminator(long update, Terms terms) {
        try (NDManager scope = manager.newSubManager()) {
            NDArray real = batches.images(scope, update);
            NDArray z = latents.of(real, update);
            NDArray fake = learning.generate(generator, z);
            NDArray previous = networks.generate(previousGenerator, z);
            NDArray alpha = batches.alpha(real, update);
            NDArray loss = operations.recording(() -> {
                NDArray ranked = rankAndClamp(Scorer.scores(learning, discriminator, real, fake, previous), terms);
                NDArray penalty = gradientPenalty.of(x -> learning.score(discriminator, x), real, fake, alpha);
                terms.put("critic.penalty", penalty);
                return terms.put(
                        "critic.loss", ranked.add(times(settings.critic().penaltyWeight(), penalty)));
            });
            discriminatorLearner.descend(scope, loss, settings.critic().rate(), terms);
        }
        clampWeight.follow(terms);
    }

    /** The first and the last term of (7). */
    private NDArray rankAndClamp(NDList scores, Terms terms) {
        NDArray real = scores.get(0);
        NDArray current = scores.get(1);
        NDArray previous = scores.get(2);
        terms.put("score.real", real.mean());
        terms.put("score.current", current.mean());
        terms.put("score.previous", previous.mean());
        NDArray rank = terms.put("critic.rank", new RankingLoss().discriminator(current, previous));
        NDArray clamp = terms.put("critic.clamp", clampLoss.discriminator(real, previous));
        return rank.add(times(clampWeight.now(), clamp));
    }

    /** Learns from the images and latents of the discriminator's last update, as Algorithm 1 does. */
    private void updateGenerator(int step, long update, Terms terms) {
        try (NDManager scope = manager.newSubManager()) {
            NDArray real = batches.images(scope, update);
            NDArray z = latents.of(real, update);
            NDArray realScores = learning.score(discriminator, real);
            NDArray loss = operations.recording(() -> {
                NDArray fakeScores = learning.score(discriminator, learning.generate(generator, z));
                NDArray rank = terms.put("generator.rank", new RankingLoss().generator(realScores, fakeScores));
                return times(settings.generator().weight(step), rank);
            });
            generatorLearner.descend(scope, loss, settings.generator().rate(), terms);
            average.follow(step);
        }
    }
}
