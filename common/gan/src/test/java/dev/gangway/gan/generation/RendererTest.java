package dev.gangway.gan.generation;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.Device;
import dev.gangway.gan.NativeTest;
import dev.gangway.gan.Pictures;
import dev.gangway.gan.Plans;
import dev.gangway.gan.image.ImageArray;
import dev.gangway.gan.network.Architecture;
import dev.gangway.gan.network.Parameters;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class RendererTest extends NativeTest {

    private static final Architecture NETWORKS = Plans.tinyNetworks();
    private static final long[] SEEDS = LongStream.range(0, 70).toArray();

    @Test
    void liveNetworksMakeTheImagesOfTheirCheckpoint() {
        ImageArray images = Pictures.squares(70, NETWORKS.size(), 1);
        Parameters generator = NETWORKS.firstGenerator(manager, 3);
        Parameters critic = NETWORKS.firstCritic(manager, 3);
        Parameters encoder = NETWORKS.firstEncoder(manager, 3);
        try (Renderer renderer = new Renderer(Device.cpu(), NETWORKS);
                TrainedModel loaded = TrainedModel.load(
                        Device.cpu(),
                        NETWORKS,
                        Map.of(
                                "generator", generator.toSafetensors(),
                                "discriminator", critic.toSafetensors(),
                                "encoder", encoder.toSafetensors()))) {
            assertThat(renderer.images(generator, renderer.prior(SEEDS)).pixels())
                    .isEqualTo(loaded.samples(SEEDS).pixels());
            assertThat(renderer.images(generator, renderer.encoded(encoder, images))
                            .pixels())
                    .isEqualTo(loaded.reconstructions(images).pixels());
        }
    }
}
