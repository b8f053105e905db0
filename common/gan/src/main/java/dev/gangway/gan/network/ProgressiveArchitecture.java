package dev.gangway.gan.network;

import dev.gangway.gan.torchscript.Operations;
import dev.gangway.gan.torchscript.Precision;

/**
 * RankGAN's networks: after ProGAN (Karras et al. 2017), but of one size from the start. With size 64 and width 32 the
 * generator has 512, 256, 128, 64 and 32 channels, as the authors' has.
 *
 * @param size height and width of an image in pixels: 16, 32, 64 or 128
 * @param width channels at the image's own resolution, 1 to 512; each halving doubles them
 * @param latent length of the latent vector z, 1 to 1024
 */
public record ProgressiveArchitecture(int size, int width, int latent) implements Architecture {

    /** Weights are scaled while the network runs, so all begin alike (ProGAN, section 4.1). */
    private static final double DEVIATION = 1;

    public ProgressiveArchitecture {
        Resolution.require(size, width, latent);
    }

    @Override
    public NetworkPlan generator() {
        NetworkPlan.Builder plan = new NetworkPlan.Builder();
        int coarsest = channels(Resolution.doublings(size));
        layer(plan, LayerPlan.spread(latent, coarsest));
        layer(plan, LayerPlan.convolution(coarsest, coarsest, 3, true));
        for (int halved = Resolution.doublings(size) - 1; halved >= 0; halved--) {
            layer(plan, LayerPlan.transposed(channels(halved + 1), channels(halved), true));
            layer(plan, LayerPlan.convolution(channels(halved), channels(halved), 3, true));
        }
        return layer(plan, LayerPlan.convolution(width, COLOURS, 1, false)).build();
    }

    @Override
    public NetworkPlan critic() {
        NetworkPlan.Builder plan = halvings();
        int coarsest = channels(Resolution.doublings(size));
        layer(plan, LayerPlan.convolution(coarsest + 1, coarsest, 3, true));
        layer(plan, LayerPlan.convolution(coarsest, 1, Resolution.COARSEST, false));
        return plan.statistic(Parameters.RUNNING_DEVIATION, 0).build();
    }

    @Override
    public NetworkPlan encoder() {
        NetworkPlan.Builder plan = halvings();
        int coarsest = channels(Resolution.doublings(size));
        layer(plan, LayerPlan.convolution(coarsest, coarsest, 3, true));
        return layer(plan, LayerPlan.convolution(coarsest, 2L * latent, Resolution.COARSEST, false))
                .build();
    }

    @Override
    public Networks networks(Operations operations, Precision precision) {
        return new ProgressiveGan(operations, precision);
    }

    private NetworkPlan.Builder halvings() {
        NetworkPlan.Builder plan = new NetworkPlan.Builder();
        layer(plan, LayerPlan.convolution(COLOURS, width, 1, true));
        for (int halved = 0; halved < Resolution.doublings(size); halved++) {
            layer(plan, LayerPlan.convolution(channels(halved), channels(halved), 3, true));
            layer(plan, LayerPlan.convolution(channels(halved), channels(halved + 1), 3, true));
        }
        return plan;
    }

    private static NetworkPlan.Builder layer(NetworkPlan.Builder plan, LayerPlan layer) {
        return plan.layer(layer, DEVIATION);
    }

    private int channels(int halved) {
        return width << halved;
    }
}
