package dev.gangway.artifacts.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gangway.artifacts.store.ContentMismatchException;
import dev.gangway.artifacts.store.ObjectPath;
import dev.gangway.artifacts.store.ObjectStatus;
import dev.gangway.artifacts.store.ObjectStore;
import dev.gangway.artifacts.store.RealStore;
import dev.gangway.contracts.completion.CompletionTask.PictureRange;
import dev.gangway.contracts.job.JobId;
import dev.gangway.contracts.job.TeamId;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class UploadIT {

    private static final TeamId TEAM = TeamId.DEFAULT;

    private static ObjectStore objects;

    private final UUID upload = UUID.randomUUID();
    private final JobId job = JobId.random();
    private final UploadStore uploads = new UploadStore(objects);
    private final PictureLists lists = new PictureLists(objects);

    @BeforeAll
    static void open() {
        objects = RealStore.open();
    }

    @AfterAll
    static void close() {
        objects.close();
    }

    @Test
    void aSignedAddressTakesItsFileAndNoOther() throws Exception {
        URI address = uploads.address(TEAM, upload, ObjectPath.parse("images/a b.png"), Duration.ofMinutes(1));

        assertThat(put(address)).isEqualTo(200);
        assertThat(put(URI.create(address.toString().replace("images", "masks"))))
                .isEqualTo(403);

        assertThat(uploads.files(TEAM, upload))
                .extracting(ObjectStatus::key)
                .containsExactly("uploads/default/" + upload + "/images/a b.png");
    }

    @Test
    void aDeletedUploadLeavesNothing() {
        uploads.put(TEAM, upload, ObjectPath.parse("images/a.png"), new byte[1]);
        uploads.put(TEAM, upload, ObjectPath.parse("mask.png"), new byte[1]);

        uploads.delete(TEAM, upload);

        assertThat(uploads.files(TEAM, upload)).isEmpty();
    }

    @Test
    void aListIsReadInPartsAcrossItsPages() {
        List<Picture> pictures = IntStream.range(0, 2_500)
                .mapToObj(i -> new Picture("p" + i, new PictureFile("k" + i, i, "t" + i), null, null))
                .toList();
        lists.write(TEAM, job, pictures);

        assertThat(lists.read(TEAM, job, new PictureRange(0, 3))).isEqualTo(pictures.subList(0, 3));
        assertThat(lists.read(TEAM, job, new PictureRange(995, 1_010))).isEqualTo(pictures.subList(995, 2_005));
        assertThat(lists.read(TEAM, job, new PictureRange(2_000, 500))).isEqualTo(pictures.subList(2_000, 2_500));
        assertThatThrownBy(() -> lists.read(TEAM, job, new PictureRange(2_400, 101)))
                .isInstanceOf(ContentMismatchException.class)
                .hasMessageContaining("has 500 pictures, not 501");
    }

    private static int put(URI address) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(address)
                .PUT(HttpRequest.BodyPublishers.ofByteArray(new byte[] {1, 2, 3}))
                .build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }
}
