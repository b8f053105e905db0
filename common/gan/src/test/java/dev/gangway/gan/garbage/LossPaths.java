package dev.gangway.gan.garbage;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.gangway.gan.loss.AdversarialLoss;
import dev.gangway.gan.loss.ClampLoss;
import dev.gangway.gan.loss.GangRankLoss;
import dev.gangway.gan.loss.KullbackLeibler;
import dev.gangway.gan.loss.LeastSquaresLoss;
import dev.gangway.gan.loss.MarginLoss;
import dev.gangway.gan.loss.NonSaturatingLoss;
import dev.gangway.gan.loss.RankingLoss;
import dev.gangway.gan.loss.ReconstructionLoss;
import dev.gangway.gan.loss.WassersteinLoss;
import dev.gangway.gan.network.Posterior;
import dev.gangway.gan.random.Seeds;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Every loss as a function of what it takes. */
final class LossPaths {

    private static final int BATCH = 6;
    private static final Shape SCORES = new Shape(BATCH);
    private static final Shape LATENTS = new Shape(BATCH, 5);
    private static final Shape IMAGES = new Shape(BATCH, 3, 4, 4);

    /** One of each; the sealed type says whether one is missing. */
    static final List<AdversarialLoss> ADVERSARIAL =
            List.of(new NonSaturatingLoss(), new LeastSquaresLoss(), new WassersteinLoss(), new MarginLoss(0.7));

    private LossPaths() {}

    static List<RecordedPath> all() {
        List<RecordedPath> paths = new ArrayList<>();
        for (AdversarialLoss loss : ADVERSARIAL) {
            String name = loss.getClass().getSimpleName();
            paths.add(of(name + " of the discriminator", SCORES, x -> loss.discriminator(x.get(0), x.get(1))));
            paths.add(of(name + " of the generator", SCORES, x -> loss.generator(x.get(0))));
        }
        for (ClampLoss.Form form : ClampLoss.Form.values()) {
            ClampLoss clamp = new ClampLoss(0.3, -0.2, form);
            paths.add(of("ClampLoss " + form, SCORES, x -> clamp.discriminator(x.get(0), x.get(1))));
        }
        RankingLoss ranking = new RankingLoss();
        paths.add(of("GangRankLoss", SCORES, x -> new GangRankLoss(0.4).discriminator(x.get(0), x.get(1))));
        paths.add(of("RankingLoss of the discriminator", SCORES, x -> ranking.discriminator(x.get(0), x.get(1))));
        paths.add(of("RankingLoss of the generator", SCORES, x -> ranking.generator(x.get(0), x.get(1))));
        paths.add(of("ReconstructionLoss", IMAGES, x -> new ReconstructionLoss().of(x.get(0), x.get(1))));
        paths.add(of("KullbackLeibler", LATENTS, x -> new KullbackLeibler().of(new Posterior(x.get(0), x.get(1)))));
        paths.add(of(
                "a sample of the posterior",
                LATENTS,
                x -> new Posterior(x.get(0), x.get(1)).sample(x.get(2)).square().sum()));
        return paths;
    }

    private static RecordedPath of(String name, Shape shape, Function<List<NDArray>, NDArray> loss) {
        return new RecordedPath(name, scope -> {
            List<NDArray> variables =
                    List.of(variable(scope, shape, 1), variable(scope, shape, 2), variable(scope, shape, 3));
            return new RecordedPath.Recorded(loss.apply(variables), variables);
        });
    }

    static NDArray variable(NDManager scope, Shape shape, long seed) {
        NDArray variable = normal(scope, shape, seed);
        variable.setRequiresGradient(true);
        return variable;
    }

    static NDArray normal(NDManager scope, Shape shape, long seed) {
        return scope.create(Seeds.gaussians(Seeds.generator(seed), Math.toIntExact(shape.size())), shape);
    }
}
