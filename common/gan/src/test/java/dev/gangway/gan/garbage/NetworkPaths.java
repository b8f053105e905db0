package dev.gangway.gan.garbage;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.gangway.gan.Pictures;
import dev.gangway.gan.completion.mask.Mask;
import dev.gangway.gan.completion.objective.Objective;
import dev.gangway.gan.completion.objective.ObjectiveSettings;
import dev.gangway.gan.completion.objective.PerceptualLoss;
import dev.gangway.gan.generation.TrainedModel;
import dev.gangway.gan.image.ImageArray;
import dev.gangway.gan.image.ImageFeed;
import dev.gangway.gan.image.MeanFill;
import dev.gangway.gan.loss.GradientPenalty;
import dev.gangway.gan.network.Architecture;
import dev.gangway.gan.network.DcganArchitecture;
import dev.gangway.gan.network.Initialisation;
import dev.gangway.gan.network.Networks;
import dev.gangway.gan.network.Normalisation;
import dev.gangway.gan.network.Parameters;
import dev.gangway.gan.network.Posterior;
import dev.gangway.gan.network.ProgressiveArchitecture;
import dev.gangway.gan.network.Upsampling;
import dev.gangway.gan.torchscript.Operations;
import dev.gangway.gan.torchscript.Precision;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Every kind of network, and what is built upon networks, as functions of weights or latents. */
final class NetworkPaths {

    private static final int SIZE = 16;
    private static final int LATENT = 5;
    private static final int BATCH = 3;
    private static final ImageArray PICTURES = Pictures.squares(BATCH, SIZE, 4);

    /** One of each kind, in all their forms; the sealed type and the enums say whether one is missing. */
    static final Map<String, Architecture> ARCHITECTURES = Map.of(
            "DCGAN",
            dcgan(Upsampling.TRANSPOSED_CONVOLUTION, Normalisation.NONE),
            "bilinear DCGAN with batch norm",
            dcgan(Upsampling.BILINEAR, Normalisation.BATCH),
            "ProGAN",
            new ProgressiveArchitecture(SIZE, 2, LATENT));

    private final NDManager manager;
    private final Operations operations;

    NetworkPaths(NDManager manager, Operations operations) {
        this.manager = manager;
        this.operations = operations;
    }

    List<RecordedPath> all() {
        List<RecordedPath> paths = new ArrayList<>();
        ARCHITECTURES.forEach((name, architecture) -> {
            Networks networks = architecture.networks(operations, Precision.FULL);
            paths.addAll(networks(name, architecture, networks));
            paths.addAll(networks(name + " learning", architecture, networks.learning()));
            paths.addAll(networks(name + " frozen beside", architecture, networks.frozenBeside()));
            paths.addAll(networks(
                    name + " in bfloat16", architecture, architecture.networks(operations, Precision.BFLOAT16)));
            paths.addAll(objectives(name, architecture));
        });
        return paths;
    }

    private List<RecordedPath> networks(String name, Architecture architecture, Networks networks) {
        Parameters generator = architecture.firstGenerator(manager, 1).trainable();
        Parameters critic = architecture.firstCritic(manager, 1).trainable();
        Parameters encoder = architecture.firstEncoder(manager, 1).trainable();
        List<RecordedPath> paths = new ArrayList<>();
        paths.add(new RecordedPath(name + ": generator", scope -> {
            NDArray made = networks.generate(generator, LossPaths.normal(scope, new Shape(BATCH, LATENT), 5));
            return recorded(made.square().mean(), generator);
        }));
        paths.add(new RecordedPath(
                name + ": critic",
                scope -> recorded(networks.score(critic, images(scope)).square().mean(), critic)));
        paths.add(new RecordedPath(name + ": encoder", scope -> {
            Posterior posterior = networks.encode(encoder, MeanFill.of(images(scope), visible(scope)));
            NDArray z = posterior.sample(LossPaths.normal(scope, new Shape(BATCH, LATENT), 6));
            return recorded(z.square().mean(), encoder);
        }));
        paths.add(new RecordedPath(name + ": gradient penalty", scope -> {
            NDArray alpha =
                    LossPaths.normal(scope, new Shape(BATCH, 1, 1, 1), 7).abs();
            NDArray fake = operations.withoutRecording(
                    () -> networks.generate(generator, LossPaths.normal(scope, new Shape(BATCH, LATENT), 8)));
            NDArray penalty =
                    new GradientPenalty(operations).of(x -> networks.score(critic, x), images(scope), fake, alpha);
            return recorded(penalty, critic);
        }));
        return paths;
    }

    private List<RecordedPath> objectives(String name, Architecture architecture) {
        TrainedModel.Weights weights = new TrainedModel.Weights(
                architecture.firstGenerator(manager, 2),
                Optional.of(architecture.firstCritic(manager, 2)),
                Optional.empty());
        List<RecordedPath> paths = new ArrayList<>();
        for (PerceptualLoss perceptual : PerceptualLoss.values()) {
            for (double similarity : new double[] {0, 3}) {
                Objective objective = new Objective(
                        architecture.networks(operations, Precision.FULL),
                        weights,
                        operations,
                        new ObjectiveSettings(10, perceptual, similarity));
                paths.add(new RecordedPath(
                        name + ": objective " + objective.settings(), scope -> objective(scope, objective)));
            }
        }
        return paths;
    }

    private RecordedPath.Recorded objective(NDManager scope, Objective objective) {
        NDArray z = LossPaths.variable(scope, new Shape(BATCH, LATENT), 9);
        NDArray visible = visible(scope);
        Objective.Target target =
                operations.withoutRecording(() -> objective.target(MeanFill.of(images(scope), visible), visible));
        return new RecordedPath.Recorded(objective.at(z, target).total().sum(), List.of(z));
    }

    private static NDArray images(NDManager scope) {
        return new ImageFeed(PICTURES).batch(scope, ImageArray.first(BATCH));
    }

    private static NDArray visible(NDManager scope) {
        return Mask.batch(
                scope,
                List.of(Mask.centreSquare(SIZE, 0.25), Mask.centreSquare(SIZE, 0.1), Mask.centreSquare(SIZE, 0.5)));
    }

    private static RecordedPath.Recorded recorded(NDArray value, Parameters network) {
        return new RecordedPath.Recorded(value, List.copyOf(network.variables().values()));
    }

    private static Architecture dcgan(Upsampling upsampling, Normalisation normalisation) {
        return new DcganArchitecture(SIZE, 2, LATENT, upsampling, normalisation, Initialisation.HE);
    }
}
