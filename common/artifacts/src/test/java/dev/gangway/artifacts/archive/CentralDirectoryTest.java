package dev.gangway.artifacts.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CentralDirectoryTest {

    private static final long MEMORY = 1 << 20;

    @TempDir
    private Path folder;

    @Test
    void aFewFilesOfUsualNamesFit() throws IOException {
        assertThat(fault(100, "images/000001.png")).isEmpty();
    }

    @Test
    void manyEntriesThatTakeMoreThanTheMemoryAreRefusedBeforeTheyAreRead() throws IOException {
        assertThat(fault(2_000, "a"))
                .hasValueSatisfying(fault -> assertThat(fault).contains("take more than the 1 MiB of memory"));
    }

    @Test
    void fewEntriesOfLongNamesAreRefusedJustSo() throws IOException {
        assertThat(fault(40, "x".repeat(9_000))).hasValueSatisfying(fault -> assertThat(fault)
                .contains("its 20 first entries alone, with their names"));
    }

    private Optional<String> fault(int entries, String name) throws IOException {
        String[] names = IntStream.range(0, entries).mapToObj(i -> name + i).toArray(String[]::new);
        Path archive = Files.write(
                folder.resolve("many.zip"), PackedFiles.unicode().with(names).packed());
        try (FileChannel file = FileChannel.open(archive)) {
            return CentralDirectory.fault(5_000, MEMORY, file);
        }
    }
}
