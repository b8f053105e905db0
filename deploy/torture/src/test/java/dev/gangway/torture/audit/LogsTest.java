package dev.gangway.torture.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogsTest {

    @Test
    void linesOfEveryProcessAreFoundEvenBesideHalfACharacter(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("trainer.log"), "one\njob=1 passes over a checkpoint: broken\n");
        Files.write(folder.resolve("trainer-2.log"), new byte[] {(byte) 0xc3, '\n', 'o', 'n', 'e', '\n'});

        Logs logs = new Logs(folder);

        assertThat(logs.linesWith("passes over")).containsExactly("job=1 passes over a checkpoint: broken");
        assertThat(logs.linesWith("one")).hasSize(2);
    }
}
