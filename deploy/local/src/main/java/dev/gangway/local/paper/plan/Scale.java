package dev.gangway.local.paper.plan;

import java.util.List;

/**
 * How much is computed: every number of a run that is not a recipe's.
 *
 * @param name what the user calls it, and its folder
 * @param proofOnly whether its figures mean nothing, so that all that shows them has to say so
 * @param imageSize height and width of the images
 * @param gogan GoGAN; the methods that it is compared with follow from it
 * @param rankgan RankGAN; the methods that it is compared with follow from it
 * @param interval updates between two measurements
 * @param margins the margins of the hinge that are compared with each other
 * @param images how many images are measured
 * @param trials the completion settings that each method is tried with on validation images
 * @param seeds how often everything is trained, with seeds from 1
 * @param pace how long things take, for estimates
 */
public record Scale(
        String name,
        boolean proofOnly,
        int imageSize,
        Gogan gogan,
        Rankgan rankgan,
        int interval,
        Margins margins,
        Images images,
        List<Settings> trials,
        int seeds,
        Pace pace) {

    /** CelebA's, but for those that are set aside. */
    static final int PAPER_IMAGES = 180_000;

    public Scale {
        trials = List.copyOf(trials);
        if (seeds < 1 || trials.isEmpty()) {
            throw new IllegalArgumentException("a scale needs at least one seed and one trial");
        }
    }

    /** A few updates of tiny networks: proves that everything is connected, within ten minutes on two cores. */
    public static Scale smoke() {
        return new Scale(
                "smoke",
                true,
                32,
                new Gogan(new Networks(4, 16, 16), 20),
                new Rankgan(new Networks(4, 16, 16), "rankgan", 40, 20, 10),
                5,
                new Margins(1, List.of(0.1, 1.0)),
                new Images(16, 8, 16, 24),
                List.of(new Settings(0.1, 5), new Settings(10, 5)),
                1,
                new Pace(2, 4, 3, 4, 0.6, 3));
    }

    /** Within ninety minutes on two cores, on the bundled images. */
    public static Scale small() {
        return new Scale(
                "small",
                false,
                32,
                new Gogan(new Networks(16, 64, 32), 400),
                new Rankgan(new Networks(16, 64, 32), "rankgan", 1000, 200, 100),
                50,
                new Margins(1, List.of(0.1, 1.0, 10.0)),
                new Images(200, 32, 64, 64),
                List.of(new Settings(0.1, 50), new Settings(0.1, 150), new Settings(10, 50)),
                2,
                new Pace(12, 36, 12, 18, 2, 4));
    }

    /**
     * The authors' settings, for a GPU. GoGAN section 5.6: 135,000 generator updates at 64x64 with batches of 64, which are
     * GoGAN's two stages together. RankGAN: batches of 32 and epochs of {@value #PAPER_IMAGES} images; one epoch of the first critic
     * (Algorithm 1), at most 200 of a ranked stage (section 4.2), and the 20 of the autoencoder that the literal recipe has, as the
     * paper says nothing of it. The pace is a guess.
     */
    public static Scale paper() {
        int epoch = PAPER_IMAGES / 32;
        return new Scale(
                "paper",
                false,
                64,
                new Gogan(new Networks(64, 100, 64), 67_500),
                new Rankgan(new Networks(32, 100, 32), "rankgan-literal", 20 * epoch, epoch, 200 * epoch / 5),
                1_000,
                new Margins(1, List.of(0.1, 0.5, 1.0, 5.0, 10.0)),
                new Images(2_000, 500, 5_000, 5_000),
                List.of(new Settings(0.1, 1_000), new Settings(1, 1_000), new Settings(10, 1_000)),
                5,
                new Pace(8, 25, 8, 10, 0.1, 5));
    }

    /** With another number of seeds. */
    public Scale withSeeds(int number) {
        return new Scale(name, proofOnly, imageSize, gogan, rankgan, interval, margins, images, trials, number, pace);
    }

    /**
     * The size of a staged method's networks, and of those of all methods that it is compared with.
     *
     * @param width channels of the widest-resolution layer
     * @param latent length of z
     * @param batch images in one update
     */
    public record Networks(int width, int latent, int batch) {}

    /**
     * GoGAN and its company.
     *
     * @param networks their size
     * @param updates generator updates of each stage of GoGAN
     */
    public record Gogan(Networks networks, int updates) {}

    /**
     * RankGAN and its company.
     *
     * @param networks their size
     * @param recipe whose settings the stages have
     * @param vae updates of encoder and decoder
     * @param critic updates of the first critic
     * @param ranked updates of the generator, in each ranked stage
     */
    public record Rankgan(Networks networks, String recipe, int vae, int critic, int ranked) {}

    /**
     * Margins of the hinge.
     *
     * @param usual the one of MGAN and GoGAN where margins are not compared
     * @param compared those that are
     */
    public record Margins(double usual, List<Double> compared) {

        public Margins {
            compared = List.copyOf(compared);
        }
    }

    /**
     * How many images are measured; a dataset that has fewer gives all it has.
     *
     * @param heldOut validation images of the figures during training
     * @param validation completed in each trial
     * @param test completed in each evaluation
     * @param stage generated at each stage's end for FID, KID and Inception Score
     */
    public record Images(int heldOut, int validation, int test, int stage) {}

    /**
     * How long things take, about, when nothing else runs.
     *
     * @param criticMillis an update of a critic with clipped weights
     * @param penalisedMillis an update of a critic with gradient penalty
     * @param generatorMillis an update of a generator
     * @param vaeMillis an update of encoder and decoder
     * @param latentMillis an update of one image's z
     * @param jobSeconds what comes with each job, whatever its size
     */
    public record Pace(
            double criticMillis,
            double penalisedMillis,
            double generatorMillis,
            double vaeMillis,
            double latentMillis,
            double jobSeconds) {}
}
