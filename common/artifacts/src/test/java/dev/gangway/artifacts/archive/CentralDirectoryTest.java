package dev.gangway.artifacts.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.apache.commons.compress.archivers.zip.UnrecognizedExtraField;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipShort;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CentralDirectoryTest {

    private static final long MEMORY = 1 << 20;

    @TempDir
    private Path folder;

    @Test
    void aFewFilesOfUsualNamesFit() throws Exception {
        assertThat(memory(100, "images/000001.png")).isBetween(50_000L, MEMORY);
    }

    @Test
    void manyEntriesThatTakeMoreThanTheMemoryAreRefusedBeforeTheyAreRead() {
        assertThatThrownBy(() -> memory(2_000, "a"))
                .isInstanceOf(ArchiveRefusedException.class)
                .hasMessageContaining("take more than the 1 MiB of memory");
    }

    @Test
    void fewEntriesOfLongNamesAreRefusedJustSo() {
        assertThatThrownBy(() -> memory(40, "x".repeat(9_000)))
                .isInstanceOf(ArchiveRefusedException.class)
                .hasMessageContaining("its 20 first entries alone, with their names");
    }

    @Test
    void notesOfAPackerCountEach() throws Exception {
        ZipArchiveEntry plain = new ZipArchiveEntry("a.png");
        ZipArchiveEntry noted = new ZipArchiveEntry("a.png");
        for (int id = 0x7000; id < 0x7000 + 1_000; id++) {
            UnrecognizedExtraField note = new UnrecognizedExtraField();
            note.setHeaderId(new ZipShort(id));
            note.setLocalFileDataData(new byte[0]);
            note.setCentralDirectoryData(new byte[0]);
            noted.addExtraField(note);
        }
        long ofPlain = memory(PackedFiles.unicode().with(plain, new byte[1]).packed());

        assertThat(memory(PackedFiles.unicode().with(noted, new byte[1]).packed()) - ofPlain)
                .isGreaterThan(1_000 * 100);
    }

    private long memory(byte[] packed) throws IOException, ArchiveRefusedException {
        try (FileChannel file = FileChannel.open(Files.write(folder.resolve("one.zip"), packed))) {
            return CentralDirectory.memory(5_000, MEMORY, file);
        }
    }

    private long memory(int entries, String name) throws IOException, ArchiveRefusedException {
        String[] names = IntStream.range(0, entries).mapToObj(i -> name + i).toArray(String[]::new);
        Path archive = Files.write(
                folder.resolve("many.zip"), PackedFiles.unicode().with(names).packed());
        try (FileChannel file = FileChannel.open(archive)) {
            return CentralDirectory.memory(5_000, MEMORY, file);
        }
    }
}
