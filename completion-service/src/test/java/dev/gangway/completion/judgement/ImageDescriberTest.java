package dev.gangway.completion.judgement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.artifacts.dataset.DatasetFeatures;
import dev.gangway.artifacts.store.ObjectStore;
import dev.gangway.artifacts.store.StoreSettings;
import dev.gangway.contracts.completion.CompletionTask.ImageRange;
import dev.gangway.contracts.completion.Split;
import dev.gangway.contracts.job.TeamId;
import dev.gangway.contracts.training.DatasetReference;
import dev.gangway.embedded.EmbeddedProcess;
import dev.gangway.embedded.Endpoints;
import dev.gangway.evaluation.FeatureExtractor;
import dev.gangway.evaluation.ImageFeatures;
import dev.gangway.evaluation.RgbImage;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ImageDescriberTest {

    private static final RgbImage TRUE_IMAGE = new RgbImage(1, 1, new byte[] {1, 2, 3});
    private static final RgbImage COMPLETED = new RgbImage(1, 1, new byte[] {4, 5, 6});
    private static final Map<ImageSet, List<RgbImage>> SETS =
            Map.of(ImageSet.TRUTH, List.of(TRUE_IMAGE), ImageSet.COMPLETED, List.of(COMPLETED));

    private final ImageRange range =
            new ImageRange(new DatasetReference(new TeamId("team-" + UUID.randomUUID()), "drawn", 1), Split.TEST, 7, 1);

    @Test
    void anotherWorkerNeedsNotDescribeTheTruthAgain() {
        Counting first = new Counting();
        Counting second = new Counting();

        Map<ImageSet, List<ImageFeatures>> described = worker().describe(first, images(), () -> false);
        Map<ImageSet, List<ImageFeatures>> again = worker().describe(second, images(), () -> false);

        assertThat(first.described).isEqualTo(2);
        assertThat(second.described).isEqualTo(1);
        assertThat(again).usingRecursiveComparison().isEqualTo(described);
        assertThat(again.get(ImageSet.TRUTH).get(0).probabilities()).containsExactly(0.25f, 0.75f);
    }

    @Test
    void aStoppedWorkerKeepsNothing() {
        Counting next = new Counting();

        assertThat(worker().describe(new Counting(), images(), () -> true)).isEmpty();
        worker().describe(next, images(), () -> false);

        assertThat(next.described).isEqualTo(2);
    }

    private ComparedImages images() {
        return new ComparedImages(new int[] {7}, Optional.of(range), SETS, List.of());
    }

    private static ImageDescriber worker() {
        Endpoints.Store store = EmbeddedProcess.shared().store();
        return new ImageDescriber(new TrueFeatures(new DatasetFeatures(ObjectStore.open(new StoreSettings(
                URI.create(store.endpoint()), store.accessKey(), store.secretKey(), store.bucket(), "us-east-1")))));
    }

    /** Describes an image by its samples, and counts. */
    private static final class Counting implements FeatureExtractor {

        private int described;

        @Override
        public String name() {
            return "counting";
        }

        @Override
        public String preparation() {
            return "as-is";
        }

        @Override
        public int dimension() {
            return 3;
        }

        @Override
        public List<ImageFeatures> extract(List<RgbImage> images) {
            described += images.size();
            return images.stream()
                    .map(image -> new ImageFeatures(
                            new float[] {image.rgb()[0], image.rgb()[1], image.rgb()[2]}, new float[] {0.25f, 0.75f}))
                    .toList();
        }

        @Override
        public void close() {}
    }
}
