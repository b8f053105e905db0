package dev.gangway.gan.loss;

import static dev.gangway.gan.array.Arithmetic.minus;
import static dev.gangway.gan.array.Arithmetic.times;

import ai.djl.ndarray.NDArray;
import dev.gangway.gan.network.Posterior;

/**
 * KL( N(μ, σ²) ‖ N(0, I) ) = ½ Σ (μ² + σ² - 1 - log σ²), summed over latents and averaged over the batch: the VAE's
 * regulariser (Kingma and Welling 2014, appendix B; RankGAN section 3.3).
 */
public record KullbackLeibler() {

    public NDArray of(Posterior posterior) {
        NDArray logVariance = posterior.logVariance();
        NDArray terms =
                minus(posterior.mean().square().add(logVariance.exp()), 1).sub(logVariance);
        return times(0.5, terms.sum(new int[] {1})).mean();
    }
}
