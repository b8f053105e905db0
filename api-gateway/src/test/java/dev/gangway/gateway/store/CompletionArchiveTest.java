package dev.gangway.gateway.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gangway.artifacts.completion.CompletedImageStore;
import dev.gangway.artifacts.image.PixelImage;
import dev.gangway.artifacts.store.ObjectMissingException;
import dev.gangway.artifacts.store.ObjectStore;
import dev.gangway.artifacts.store.StoreSettings;
import dev.gangway.contracts.job.JobId;
import dev.gangway.contracts.job.TeamId;
import dev.gangway.embedded.EmbeddedProcess;
import dev.gangway.embedded.Endpoints;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompletionArchiveTest {

    private static final TeamId TEAM = TeamId.DEFAULT;

    @TempDir
    private Path folder;

    private final JobId job = JobId.random();

    @Test
    void anArchiveThatBreaksOffIsNoneThatCouldBeTakenForTheWhole() throws IOException {
        try (ObjectStore objects = store()) {
            CompletedImageStore completions = new CompletedImageStore(objects);
            for (int image = 0; image < 5; image++) {
                completions.putImage(TEAM, job, image, new PixelImage(1, 1, new byte[3]));
            }
            Path whole = folder.resolve("whole.zip");
            Files.write(whole, written(CompletionArchive.of(completions, TEAM, job)));
            CompletionArchive archive = CompletionArchive.of(completions, TEAM, job);
            objects.delete(completions.imageKey(TEAM, job, 3));
            ByteArrayOutputStream part = new ByteArrayOutputStream();

            assertThatThrownBy(() -> archive.writeTo(part)).isInstanceOf(ObjectMissingException.class);

            Path broken = folder.resolve("broken.zip");
            Files.write(broken, part.toByteArray());
            assertThatThrownBy(() -> new ZipFile(broken.toFile()).close()).isInstanceOf(ZipException.class);
            try (ZipFile zip = new ZipFile(whole.toFile())) {
                assertThat(zip.size()).isEqualTo(5);
            }
        }
    }

    @Test
    void namesAreMarkedSoThatEveryProgramReadsThem() throws IOException {
        try (ObjectStore objects = store()) {
            CompletedImageStore completions = new CompletedImageStore(objects);
            completions.putImage(TEAM, job, 0, new PixelImage(1, 1, new byte[3]));
            Path whole = folder.resolve("named.zip");
            Files.write(whole, written(CompletionArchive.of(completions, TEAM, job, number -> "Käse")));

            try (var zip = org.apache.commons.compress.archivers.zip.ZipFile.builder()
                    .setPath(whole)
                    .get()) {
                ZipArchiveEntry entry = zip.getEntry("images/Käse.png");
                assertThat(entry.getGeneralPurposeBit().usesUTF8ForNames()).isTrue();
                assertThat(entry.getPlatform()).isEqualTo(ZipArchiveEntry.PLATFORM_UNIX);
            }
        }
    }

    private static byte[] written(CompletionArchive archive) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        archive.writeTo(bytes);
        return bytes.toByteArray();
    }

    private static ObjectStore store() {
        Endpoints.Store store = EmbeddedProcess.shared().store();
        return ObjectStore.open(new StoreSettings(
                URI.create(store.endpoint()), store.accessKey(), store.secretKey(), store.bucket(), "us-east-1"));
    }
}
