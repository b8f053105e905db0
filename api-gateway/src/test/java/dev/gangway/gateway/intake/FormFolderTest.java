package dev.gangway.gateway.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FormFolderTest {

    @TempDir
    Path folder;

    @Test
    void aStartDropsWhatDeadProcessesLeftAndNothingOfThoseThatLive() throws IOException {
        Path dead = Files.createDirectories(folder.resolve("dead"));
        Files.writeString(dead.resolve("resteasy-reactive1upload"), "left");
        Files.writeString(folder.resolve("dead.lock"), "");
        FormFolder living = started("living");
        Path needed = Files.writeString(folder.resolve("living/resteasy-reactive2upload"), "needed");

        FormFolder next = started("next");

        assertThat(dead).doesNotExist();
        assertThat(folder.resolve("dead.lock")).doesNotExist();
        assertThat(needed).hasContent("needed");
        living.stop(new ShutdownEvent());
        next.stop(new ShutdownEvent());
        assertThat(folder).isDirectoryContaining("glob:**/all.lock");
        assertThat(folder.resolve("living")).doesNotExist();
        assertThat(folder.resolve("next")).doesNotExist();
    }

    private FormFolder started(String name) throws IOException {
        FormFolder started = new FormFolder(folder.resolve(name));
        started.start(new StartupEvent());
        return started;
    }
}
