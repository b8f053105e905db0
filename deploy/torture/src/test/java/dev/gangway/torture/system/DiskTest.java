package dev.gangway.torture.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class DiskTest {

    private static final int BLOCK = 4096;

    @Test
    void nothingIsLeftOfAFullDisk() throws IOException {
        Path folder = folderOf(8L << 20);
        Disk disk = new Disk(folder);

        disk.fill();

        assertThatIOException().isThrownBy(() -> Files.write(folder.resolve("late"), new byte[BLOCK]));
    }

    @Test
    void everythingIsGivenBackAfterwards() throws IOException {
        Path folder = folderOf(8L << 20);
        long before = Files.getFileStore(folder).getUsableSpace();

        new Disk(folder).fillFor(Duration.ZERO);

        assertThat(Files.getFileStore(folder).getUsableSpace()).isEqualTo(before);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void nobodysRealDiskIsFilled() throws IOException {
        Path folder = folderOf(3L << 30);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Disk(folder))
                .withMessageContaining(
                        "has 3072 MB free, and only a file system of its own with at most 2048 MB is filled");
    }

    private static Path folderOf(long bytes) throws IOException {
        Configuration small = Configuration.unix().toBuilder()
                .setBlockSize(BLOCK)
                .setMaxSize(bytes)
                .build();
        return Files.createDirectory(Jimfs.newFileSystem(small).getPath("/data"));
    }
}
