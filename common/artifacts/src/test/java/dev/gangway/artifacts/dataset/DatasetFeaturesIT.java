package dev.gangway.artifacts.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.artifacts.store.Damage;
import dev.gangway.artifacts.store.ObjectStore;
import dev.gangway.artifacts.store.RealStore;
import dev.gangway.contracts.completion.CompletionTask.ImageRange;
import dev.gangway.contracts.completion.Split;
import dev.gangway.contracts.job.TeamId;
import dev.gangway.contracts.training.DatasetReference;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class DatasetFeaturesIT {

    private static final List<float[]> ROWS = List.of(new float[] {1, 2}, new float[] {3, 4}, new float[] {5, 6});

    private static ObjectStore store;

    private final TeamId team = new TeamId("team-" + UUID.randomUUID());
    private final DatasetFeatures features = new DatasetFeatures(store);

    @BeforeAll
    static void open() {
        store = RealStore.open();
    }

    @AfterAll
    static void close() {
        store.close();
    }

    @Test
    void featuresAreFoundByVersionNetworkAndImagesAndByNothingElse() {
        features.keep(images(1, 4), "resnet50-bilinear-224", ROWS);

        assertThat(features.find(images(1, 4), "resnet50-bilinear-224"))
                .hasValueSatisfying(rows -> assertThat(rows).containsExactlyElementsOf(ROWS));
        assertThat(features.find(images(2, 4), "resnet50-bilinear-224")).isEmpty();
        assertThat(features.find(images(1, 5), "resnet50-bilinear-224")).isEmpty();
        assertThat(features.find(images(1, 4), "resnet50-bilinear-299")).isEmpty();
    }

    @Test
    void damagedFeaturesAreAsGoodAsNone() throws IOException, InterruptedException {
        features.keep(images(1, 0), "dlib", ROWS);
        String key = "datasets/" + team + "/faces/1/features/dlib/test-0-3.f32";
        byte[] content = store.get(key, 1000).content();
        content[content.length - 1] ^= 1;
        store.put(key, content, "application/octet-stream");

        assertThat(features.find(images(1, 0), "dlib")).isEmpty();

        store.put(key, new byte[3], "application/octet-stream");
        assertThat(features.find(images(1, 0), "dlib")).isEmpty();

        Damage.keepTheHash(store, key, new byte[3], content);
        assertThat(features.find(images(1, 0), "dlib")).isEmpty();
    }

    private ImageRange images(int version, int from) {
        return new ImageRange(new DatasetReference(team, "faces", version), Split.TEST, from, ROWS.size());
    }
}
