package dev.gangway.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostmasterTest {

    @TempDir
    private Path cluster;

    private Process stranger;

    @AfterEach
    void endTheStranger() {
        if (stranger != null) {
            stranger.destroyForcibly();
        }
    }

    @Test
    void aProcessThatCameToTheSameIdLaterIsLeftAlone() throws IOException {
        stranger = new ProcessBuilder("sleep", "60").start();
        Files.writeString(cluster.resolve("postmaster.pid"), stranger.pid() + "\n" + cluster + "\n");

        assertThat(Postmaster.stop(cluster)).isFalse();
        Postmaster.kill(cluster);

        assertThat(stranger.isAlive()).isTrue();
    }

    @Test
    void nothingIsFoundInAFolderThatNamesNoProcess() throws IOException {
        assertThat(Postmaster.of(cluster)).isEmpty();

        Files.writeString(cluster.resolve("postmaster.pid"), "");
        assertThat(Postmaster.of(cluster)).isEmpty();

        Files.writeString(cluster.resolve("postmaster.pid"), "not a number\n");
        assertThat(Postmaster.of(cluster)).isEmpty();
    }
}
