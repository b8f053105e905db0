package dev.gangway.gan.optimizer;

import dev.gangway.gan.network.Parameters;
import dev.gangway.gan.torchscript.Operations;
import java.util.List;

/**
 * Keeps a critic's weights within [-limit, limit] (GoGAN section 3.2, after WGAN).
 *
 * @param operations the multi-tensor operations
 * @param limit positive; 0.01 in WGAN
 */
public record WeightClipping(Operations operations, double limit) {

    public WeightClipping {
        if (!(limit > 0)) {
            throw new IllegalArgumentException("limit must be positive, not " + limit);
        }
    }

    /**
     * Clamps every weight and bias of {@code critic} in place. Batch norm's scales and shifts are left alone, other than in
     * the code of WGAN's authors, which clips every parameter: within the limit they
     * would hold all scores so close together that no margin of 1 could ever be reached, and MGAN would be WGAN.
     */
    public void clip(Parameters critic) {
        operations.clip(List.copyOf(critic.weightsAndBiases().values()), limit);
    }
}
