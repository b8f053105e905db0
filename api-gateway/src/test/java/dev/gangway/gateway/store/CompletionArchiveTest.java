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
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
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

            byte[] archive = written(CompletionArchive.of(completions, TEAM, job, number -> "Käse"));

            // Of the table of contents: who made the entry (3 is Unix), and whether its name is in UTF-8.
            String bytes = new String(archive, StandardCharsets.ISO_8859_1);
            int entry = bytes.indexOf("PK\u0001\u0002");
            assertThat(bytes.charAt(entry + 5)).isEqualTo('\u0003');
            assertThat(bytes.charAt(entry + 9) & 8).isEqualTo(8);
            Path whole = Files.write(folder.resolve("named.zip"), archive);
            try (ZipFile zip = new ZipFile(whole.toFile())) {
                assertThat(zip.getEntry("images/Käse.png")).isNotNull();
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
