package dev.gangway.gan.network;

import dev.gangway.gan.torchscript.Operations;
import dev.gangway.gan.torchscript.Precision;
import java.util.Objects;

/**
 * Networks after DCGAN (Radford et al. 2016), GoGAN's: strided convolutions down to 4 x 4, upsampling convolutions back. The
 * layer next to the image has {@code width} channels, each further one twice as many. The encoder is the critic without
 * normalisation, with as many outputs as it needs.
 *
 * @param size height and width of an image in pixels: 16, 32, 64 or 128
 * @param width channels next to the image, 1 to 512
 * @param latent length of the latent vector z, 1 to 1024
 * @param upsampling how the generator doubles height and width
 * @param normalisation of generator and critic
 * @param initialisation the distribution of the first weights
 */
public record DcganArchitecture(
        int size,
        int width,
        int latent,
        Upsampling upsampling,
        Normalisation normalisation,
        Initialisation initialisation)
        implements Architecture {

    public DcganArchitecture {
        Resolution.require(size, width, latent);
        Objects.requireNonNull(upsampling, "upsampling");
        Objects.requireNonNull(normalisation, "normalisation");
        Objects.requireNonNull(initialisation, "initialisation");
    }

    @Override
    public NetworkPlan generator() {
        NetworkPlan.Builder plan = new NetworkPlan.Builder();
        int doublings = Resolution.doublings(size);
        hidden(plan, LayerPlan.spread(latent, channels(doublings)), normalisation);
        for (int remaining = doublings - 1; remaining > 0; remaining--) {
            hidden(plan, doubling(channels(remaining + 1), channels(remaining), true), normalisation);
        }
        return plain(plan, doubling(channels(1), COLOURS, false)).build();
    }

    @Override
    public NetworkPlan critic() {
        return halvings(1, normalisation);
    }

    @Override
    public NetworkPlan encoder() {
        return halvings(2 * latent, Normalisation.NONE);
    }

    @Override
    public Networks networks(Operations operations, Precision precision) {
        return new Dcgan(operations, precision, upsampling);
    }

    private NetworkPlan halvings(int outputs, Normalisation inner) {
        NetworkPlan.Builder plan = new NetworkPlan.Builder();
        int in = COLOURS;
        for (int halved = 1; halved <= Resolution.doublings(size); halved++) {
            Normalisation behind = halved == 1 ? Normalisation.NONE : inner;
            hidden(plan, LayerPlan.convolution(in, channels(halved), Resolution.COARSEST, true), behind);
            in = channels(halved);
        }
        return plain(plan, LayerPlan.convolution(in, outputs, Resolution.COARSEST, false))
                .build();
    }

    private LayerPlan doubling(int in, int out, boolean rectified) {
        return upsampling == Upsampling.BILINEAR
                ? LayerPlan.convolution(in, out, 3, rectified)
                : LayerPlan.transposed(in, out, rectified);
    }

    private void hidden(NetworkPlan.Builder plan, LayerPlan layer, Normalisation behind) {
        plain(plan, layer);
        if (behind == Normalisation.BATCH) {
            plan.batchNorm(layer.outputs(), Initialisation.DCGAN_DEVIATION);
        }
    }

    private NetworkPlan.Builder plain(NetworkPlan.Builder plan, LayerPlan layer) {
        return plan.layer(layer, initialisation.deviation(layer.inputs(), layer.rectified()));
    }

    /** Channels after {@code halved} halvings of the image. */
    private int channels(int halved) {
        return width << (halved - 1);
    }
}
