package dev.gangway.gan.training;

import static dev.gangway.gan.array.Arithmetic.times;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import dev.gangway.gan.loss.GangRankLoss;
import dev.gangway.gan.loss.GradientPenalty;
import dev.gangway.gan.network.Networks;
import dev.gangway.gan.network.Parameters;
import dev.gangway.gan.optimizer.WeightClipping;
import dev.gangway.gan.torchscript.Operations;
import java.util.Map;

/** Discriminator and generator in turns, z from the prior: the loop of WGAN's Algorithm 1, with GoGAN's ranking (3). */
final class AdversarialStage implements Stage {

    private final StageContext context;
    private final Operations operations;
    private final Networks networks;
    private final AdversarialSettings settings;
    private final TrainingState state;
    private final Batches batches;
    private final Parameters discriminator;
    private final Parameters generator;
    private final Learner discriminatorLearner;
    private final Learner generatorLearner;
    private final GradientPenalty gradientPenalty;
    private final GeneratorAverage average;

    AdversarialStage(StageContext context, TrainingState state, AdversarialSettings settings) {
        this.context = context;
        this.operations = context.operations();
        this.networks = context.learning();
        this.settings = settings;
        this.state = state;
        this.batches = new Batches(context, state.progress().stage(), settings);
        this.discriminator = state.require(NetworkRole.DISCRIMINATOR);
        this.generator = state.require(NetworkRole.GENERATOR);
        this.discriminatorLearner =
                new Learner(context, state, settings.critic().optimizer(), NetworkRole.DISCRIMINATOR);
        this.generatorLearner = new Learner(context, state, settings.generator().optimizer(), NetworkRole.GENERATOR);
        this.gradientPenalty = new GradientPenalty(operations);
        this.average = new GeneratorAverage(context, state);
    }

    /** From the first weights on, or from the networks of the stage before, which stay frozen beside them. */
    static void begin(StageContext context, TrainingState state, AdversarialSettings settings) {
        if (settings.ranking().isPresent()) {
            state.freezePrevious();
        } else {
            state.dropPrevious();
        }
        state.train(Map.of(
                NetworkRole.DISCRIMINATOR, settings.critic().optimizer(),
                NetworkRole.GENERATOR, settings.generator().optimizer()));
        GeneratorAverage.begin(context, state);
    }

    @Override
    public void step(int step, Terms terms) {
        long first = (long) step * settings.critic().updates();
        for (long update = first; update < first + settings.critic().updates(); update++) {
            updateDiscriminator(update, terms);
        }
        updateGenerator(step, terms);
    }

    private void updateDiscriminator(long update, Terms terms) {
        try (NDManager scope = context.manager().newSubManager()) {
            NDArray real = batches.images(scope, update);
            NDArray z = batches.noise(real, update);
            NDArray fake = networks.generate(generator, z);
            NDArray alpha = batches.alpha(real, update);
            NDArray loss = operations.recording(() -> {
                NDArray adversarial = ranked(adversarial(real, fake, terms), z, terms);
                return terms.put("critic.loss", penalised(adversarial, real, fake, alpha, terms));
            });
            discriminatorLearner.descend(scope, loss, settings.critic().rate(), terms);
            settings.critic().clip().ifPresent(limit -> new WeightClipping(operations, limit).clip(discriminator));
        }
    }

    /** The scores of the real images, kept with the loss that they are part of. */
    private record Scored(NDArray loss, NDArray real) {}

    private Scored adversarial(NDArray real, NDArray fake, Terms terms) {
        NDList scores = Scorer.scores(networks, discriminator, real, fake);
        terms.put("score.real", scores.get(0).mean());
        terms.put("score.current", scores.get(1).mean());
        NDArray loss = settings.loss().discriminator(scores.get(0), scores.get(1));
        return new Scored(terms.put("critic.adversarial", loss), scores.get(0));
    }

    /** λ1 L_disc + λ2 L_rank, GoGAN section 3.3; what the frozen stage says of its own images is a constant. */
    private NDArray ranked(Scored scored, NDArray z, Terms terms) {
        if (settings.ranking().isEmpty()) {
            return scored.loss();
        }
        AdversarialSettings.Ranking ranking = settings.ranking().get();
        NDArray previous = operations.withoutRecording(() -> previousScores(z));
        terms.put("score.frozen", previous.mean());
        NDArray rank = new GangRankLoss(ranking.margin()).discriminator(scored.real(), previous);
        return times(ranking.lossWeight(), scored.loss())
                .add(times(ranking.rankWeight(), terms.put("critic.rank", rank)));
    }

    /** D_i(G_i(z)) of the stage before. */
    private NDArray previousScores(NDArray z) {
        Networks frozen = context.networks().frozenBeside();
        NDArray images = frozen.generate(state.require(NetworkRole.PREVIOUS_GENERATOR), z);
        return frozen.score(state.require(NetworkRole.PREVIOUS_DISCRIMINATOR), images);
    }

    private NDArray penalised(NDArray loss, NDArray real, NDArray fake, NDArray alpha, Terms terms) {
        if (settings.penaltyWeight() == 0) {
            return loss;
        }
        NDArray penalty = gradientPenalty.of(x -> networks.score(discriminator, x), real, fake, alpha);
        return loss.add(times(settings.penaltyWeight(), terms.put("critic.penalty", penalty)));
    }

    private void updateGenerator(int step, Terms terms) {
        try (NDManager scope = context.manager().newSubManager()) {
            NDArray z = batches.generatorNoise(scope, step);
            NDArray loss = operations.recording(() -> terms.put(
                    "generator.loss",
                    settings.loss().generator(networks.score(discriminator, networks.generate(generator, z)))));
            generatorLearner.descend(scope, loss, settings.generator().rate(), terms);
            average.follow(step);
        }
    }
}
