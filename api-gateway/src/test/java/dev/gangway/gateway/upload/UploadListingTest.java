package dev.gangway.gateway.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gangway.artifacts.archive.Archives;
import dev.gangway.artifacts.picture.UploadStore;
import dev.gangway.artifacts.store.ObjectStatus;
import dev.gangway.artifacts.store.ObjectStore;
import dev.gangway.contracts.job.TeamId;
import dev.gangway.gateway.EmbeddedParts;
import dev.gangway.gateway.config.GatewayConfig;
import dev.gangway.gateway.job.Cursor;
import dev.gangway.gateway.job.Page;
import dev.gangway.gateway.job.RefusedException;
import dev.gangway.gateway.job.Slice;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Of an upload nothing is read that is not asked for. */
@QuarkusTest
@QuarkusTestResource(EmbeddedParts.class)
class UploadListingTest {

    private final Archives archives;
    private final GatewayConfig config;
    private final UploadUse use;
    private final ObjectStore store;

    UploadListingTest(Archives archives, GatewayConfig config, UploadUse use, ObjectStore store) {
        this.archives = archives;
        this.config = config;
        this.use = use;
        this.store = store;
    }

    @Test
    void aPageOfAnUploadIsReadNoFurtherThanToItsEndAndBeginsWhereItsCursorSays() {
        AtomicInteger read = new AtomicInteger();
        UploadListing listing = new UploadListing(new UploadStore(endless(read)), use);

        Page<Upload.File> page =
                listing.files(TeamId.DEFAULT, UUID.randomUUID(), new Slice(2, Cursor.of("images/7.png")));

        assertThat(page.items()).extracting(Upload.File::path).containsExactly("images/8.png", "images/9.png");
        assertThat(page.next()).isEqualTo(Cursor.of("images/9.png"));
        assertThat(read).hasValue(3);
    }

    @Test
    void anUploadWhoseSenderHasLeftIsGivenUpAndLeavesNothing(@TempDir Path folder) throws Exception {
        Path file = Files.write(folder.resolve("a.png"), new byte[] {1});
        AtomicInteger asked = new AtomicInteger();
        Uploads uploads = new Uploads(
                new UploadStore(store), archives, config, use, new UploadListing(new UploadStore(store), use));
        int before = store.list(UploadStore.folder(TeamId.DEFAULT).prefix()).size();

        assertThatThrownBy(() -> uploads.receive(
                        TeamId.DEFAULT,
                        List.of(new ReceivedFile("a.png", file), new ReceivedFile("b.png", file)),
                        () -> asked.getAndIncrement() > 0))
                .isInstanceOfSatisfying(RefusedException.class, refused -> assertThat(refused.code())
                        .isEqualTo("client-left"));

        assertThat(asked).hasValue(2);
        assertThat(store.list(UploadStore.folder(TeamId.DEFAULT).prefix())).hasSize(before);
    }

    /** A store whose folders hold images with numbers and never end. */
    private static ObjectStore endless(AtomicInteger read) {
        return (ObjectStore) Proxy.newProxyInstance(
                ObjectStore.class.getClassLoader(), new Class<?>[] {ObjectStore.class}, (proxy, method, arguments) -> {
                    assertThat(method.getName()).isEqualTo("stream");
                    String prefix = (String) arguments[0];
                    String after = ((String) arguments[1]).substring(prefix.length());
                    int first = Integer.parseInt(after.replaceAll("[^0-9]", "")) + 1;
                    return Stream.iterate(first, number -> number + 1)
                            .peek(number -> read.incrementAndGet())
                            .map(number ->
                                    new ObjectStatus(prefix + "images/" + number + ".png", 1, "", Instant.EPOCH));
                });
    }
}
