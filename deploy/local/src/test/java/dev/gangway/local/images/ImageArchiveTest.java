package dev.gangway.local.images;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gangway.artifacts.archive.FileNotice;
import dev.gangway.local.process.GangwayException;
import dev.gangway.testing.SampleCases;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImageArchiveTest {

    @TempDir
    private Path home;

    private Path folder;
    private Path table;

    @BeforeEach
    void prepare() throws IOException {
        folder = Files.createDirectory(home.resolve("My Faces"));
        table = Files.writeString(home.resolve("who.txt"), "a.png 1\n");
    }

    @Test
    void aFolderBecomesAnArchiveOfItsFilesInTheOrderOfTheirNames() throws IOException {
        write("b.png", "second");
        write("a/c.png", "first");
        write(".git/x", "hidden");
        write("a/.DS_Store", "hidden");

        assertThat(read(archive(folder))).containsExactly(Map.entry("a/c.png", "first"), Map.entry("b.png", "second"));
        assertThat(archive(folder).name()).isEqualTo("my-faces");
    }

    @Test
    void whatNobodyMeantStaysBehindAndIsNamed() throws IOException {
        write("a.png", "image");
        write(".git/HEAD", "hidden");
        write("x/Thumbs.db", "hidden");
        write("x/@eaDir/a.png/S.jpg", "hidden");

        try (ArchiveStream stream = archive(folder).open()) {
            assertThat(stream.notices())
                    .containsExactlyElementsOf(
                            FileNotice.hidden(List.of(".git/HEAD", "x/@eaDir/a.png/S.jpg", "x/Thumbs.db")));
        }
        assertThat(read(archive(folder))).containsOnlyKeys("a.png");
    }

    @Test
    void aZipFileOfAnotherPackerIsSentWithItsNamesInUnicode() throws IOException {
        Path zip = Files.write(home.resolve("old.zip"), SampleCases.read("zip-cp437.zip"));

        assertThat(read(archive(zip))).containsOnlyKeys("images/Müller.png", "masks/Müller.png");
        try (ArchiveStream stream = archive(zip).open()) {
            assertThat(stream.notices()).extracting(FileNotice::code).containsExactly("names-in-cp437");
        }
    }

    @Test
    void tablesThatAreGivenTakeThePlaceOfThoseThatAreThere() throws IOException {
        write("a.png", "image");
        write("Anno/Identity_Celeba.TXT", "a.png 2\n");
        write("split.txt", "a.png train\n");

        ImageArchive archive = new ImageArchive(folder, Optional.empty(), Optional.of(table));

        assertThat(read(archive))
                .containsOnly(
                        Map.entry("a.png", "image"),
                        Map.entry("split.txt", "a.png train\n"),
                        Map.entry("identity.csv", "a.png 1\n"));
    }

    @Test
    void aZipFileIsSentWithTheTablesThatAreGiven() throws IOException {
        Path zip = home.resolve("faces.ZIP");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            out.putNextEntry(new ZipEntry("faces/"));
            out.putNextEntry(new ZipEntry("faces/a.png"));
            out.write("image".getBytes(StandardCharsets.UTF_8));
        }

        ImageArchive archive = new ImageArchive(zip, Optional.of(table), Optional.empty());

        assertThat(read(archive))
                .containsExactly(Map.entry("faces/a.png", "image"), Map.entry("split.csv", "a.png 1\n"));
        assertThat(archive.name()).isEqualTo("faces");
    }

    @Test
    void anArchiveIsNeverHeldInMemory() throws IOException {
        int size = 3 << 20;
        Files.write(folder.resolve("large.png"), new byte[size]);

        try (ArchiveStream stream = archive(folder).open()) {
            byte[] piece = new byte[size];
            long total = 0;
            int largest = 0;
            for (int count = stream.read(piece); count >= 0; count = stream.read(piece)) {
                total += count;
                largest = Math.max(largest, count);
            }
            assertThat(total).isGreaterThan(size);
            assertThat(largest).isLessThan(200_000);
        }
    }

    @Test
    void aFileThatVanishesWhileTheArchiveIsSentIsTheReasonThatIsGiven() throws IOException {
        write("a.png", "image");
        try (ArchiveStream stream = archive(folder).open()) {
            Files.delete(folder.resolve("a.png"));

            assertThatThrownBy(stream::readAllBytes).isInstanceOf(IOException.class);
            assertThat(stream.failure())
                    .hasValueSatisfying(failure -> assertThat(failure).hasMessageContaining("a.png"));
        }
    }

    @Test
    void aLinkThatLeadsBackIsNamed() throws IOException {
        write("train/a.png", "a");
        Files.createSymbolicLink(folder.resolve("train/loop"), folder);

        assertThatThrownBy(() -> archive(folder).open())
                .isInstanceOf(GangwayException.class)
                .hasMessageContaining("train/loop is a link that leads back to a folder around it");
    }

    @Test
    void whatIsMissingOrNoArchiveIsToldInASentence() throws IOException {
        assertThatThrownBy(() -> archive(home.resolve("nowhere")))
                .isInstanceOf(GangwayException.class)
                .hasMessageContaining("there is no ");
        assertThatThrownBy(() -> new ImageArchive(folder, Optional.of(home.resolve("none")), Optional.empty()))
                .isInstanceOf(GangwayException.class)
                .hasMessageContaining("there is no file");
        assertThatThrownBy(() -> archive(table).open())
                .isInstanceOf(GangwayException.class)
                .hasMessageContaining("neither a folder nor a ZIP file");
    }

    private void write(String name, String content) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }

    private static ImageArchive archive(Path path) {
        return new ImageArchive(path, Optional.empty(), Optional.empty());
    }

    private static Map<String, String> read(ImageArchive archive) throws IOException {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        try (InputStream in = archive.open()) {
            in.transferTo(whole);
        }
        Map<String, String> files = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(whole.toByteArray()))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return files;
    }
}
