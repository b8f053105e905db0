package dev.gangway.gan.completion.objective;

/**
 * What the search for z minimises, RankGAN (10), GoGAN (32).
 *
 * @param lambda λ, weight of the perceptual loss: 10 in RankGAN, 0.1 in GoGAN
 * @param perceptual which paper's perceptual loss
 * @param similarity weight of {@link SimilarityLoss}, which the authors' code has and the papers have not; 0 for none
 */
public record ObjectiveSettings(double lambda, PerceptualLoss perceptual, double similarity) {

    public ObjectiveSettings {
        requireWeight("lambda", lambda);
        requireWeight("similarity", similarity);
    }

    /** The papers' objective. */
    public static ObjectiveSettings of(PerceptualLoss perceptual, double lambda) {
        return new ObjectiveSettings(lambda, perceptual, 0);
    }

    private static void requireWeight(String name, double weight) {
        if (!(weight >= 0 && weight < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(name + " must be finite and not negative, not " + weight);
        }
    }
}
