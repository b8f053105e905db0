package dev.gangway.gan.training;

import static dev.gangway.gan.array.Arithmetic.times;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import dev.gangway.gan.loss.GradientPenalty;
import dev.gangway.gan.loss.WassersteinLoss;
import dev.gangway.gan.network.Parameters;
import java.util.Map;

/** Stage 1 (RankGAN, Algorithm 1, i = 1): a critic for the VAE's decoder, which stays as it is. */
final class CriticStage implements Stage {

    private final StageContext context;
    private final CriticSettings settings;
    private final Batches batches;
    private final Learner learner;
    private final LatentSource latents;
    private final Parameters generator;
    private final Parameters critic;

    CriticStage(StageContext context, TrainingState state, CriticSettings settings) {
        this.context = context;
        this.settings = settings;
        this.batches = new Batches(context, state.progress().stage(), settings);
        this.learner = new Learner(context, state, settings.adam(), NetworkRole.DISCRIMINATOR);
        this.latents = new LatentSource(context, state, settings.latents(), batches);
        this.generator = state.require(NetworkRole.GENERATOR);
        this.critic = state.require(NetworkRole.DISCRIMINATOR);
    }

    static void begin(StageContext context, TrainingState state, CriticSettings settings) {
        state.put(
                NetworkRole.DISCRIMINATOR,
                context.plan().architecture().firstCritic(context.manager(), context.seed()));
        state.train(Map.of(NetworkRole.DISCRIMINATOR, settings.adam()));
    }

    @Override
    public void step(int step, Terms terms) {
        try (NDManager scope = context.manager().newSubManager()) {
            NDArray real = batches.images(scope, step);
            NDArray z = latents.of(real, step);
            NDArray fake = context.networks().generate(generator, z);
            NDArray alpha = batches.alpha(real, step);
            NDArray loss = context.operations().recording(() -> loss(real, fake, alpha, terms));
            learner.descend(scope, loss, settings.rates().at(step), terms);
        }
    }

    private NDArray loss(NDArray real, NDArray fake, NDArray alpha, Terms terms) {
        NDList scores = Scorer.scores(context.learning(), critic, real, fake);
        NDArray distance = new WassersteinLoss().discriminator(scores.get(0), scores.get(1));
        NDArray penalty = new GradientPenalty(context.operations())
                .of(images -> context.learning().score(critic, images), real, fake, alpha);
        terms.put("score.real", scores.get(0).mean());
        terms.put("score.current", scores.get(1).mean());
        terms.put("critic.wasserstein", distance);
        terms.put("critic.penalty", penalty);
        return terms.put("critic.loss", distance.add(times(settings.penaltyWeight(), penalty)));
    }
}
