package dev.gangway.artifacts.completion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.gangway.artifacts.image.ImageDecoder;
import dev.gangway.artifacts.image.ImageLimits;
import dev.gangway.artifacts.image.Pictures;
import dev.gangway.artifacts.image.PixelImage;
import dev.gangway.artifacts.image.UnreadableImageException;
import dev.gangway.artifacts.store.ObjectStore;
import dev.gangway.artifacts.store.RealStore;
import dev.gangway.contracts.job.JobId;
import dev.gangway.contracts.job.TeamId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class CompletedImageStoreIT {

    private static final TeamId TEAM = TeamId.DEFAULT;

    private static ObjectStore objects;

    private final CompletedImageStore store = new CompletedImageStore(objects);
    private final JobId job = JobId.random();

    @BeforeAll
    static void open() {
        objects = RealStore.open();
    }

    @AfterAll
    static void close() {
        objects.close();
    }

    @Test
    void aCompletedImageComesBackBitEqual() throws UnreadableImageException {
        PixelImage image = Pictures.noise(32, 1);

        String key = store.putImage(TEAM, job, 12, image);

        assertThat(key)
                .isEqualTo("completions/default/" + job + "/000012.png")
                .isEqualTo(store.imageKey(TEAM, job, 12));
        assertThat(new ImageDecoder(ImageLimits.DEFAULT).decode(key, store.read(key)))
                .isEqualTo(image);
    }

    @Test
    void whatAClaimWroteStaysBesideWhatTheNextOneWrites() {
        String first = store.putTaskObject(new TaskClaim(TEAM, job, 3, 1), "figures.json", new byte[] {1}, "x/y");
        String second = store.putTaskObject(new TaskClaim(TEAM, job, 3, 2), "figures.json", new byte[] {2}, "x/y");

        assertThat(store.read(first)).containsExactly(1);
        assertThat(store.read(second)).containsExactly(2);
    }

    @Test
    void everythingAJobLeavesIsListed() {
        String image = store.putImage(TEAM, job, 0, Pictures.grey(8, 1));
        String results = store.putResults(TEAM, job, new byte[] {'{', '}'});
        String report = store.putReport(TEAM, job, "index.html", new byte[] {1}, "text/html");
        store.putImage(TEAM, JobId.random(), 0, Pictures.grey(8, 1));

        assertThat(store.list(TEAM, job)).containsExactly(image, report, results);
    }

    @Test
    void aFileNameThatLeadsElsewhereIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> store.putReport(TEAM, job, "../results.json", new byte[0], "text/html"));
    }
}
