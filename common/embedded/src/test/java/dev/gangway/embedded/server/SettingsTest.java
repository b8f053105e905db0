package dev.gangway.embedded.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class SettingsTest {

    @Test
    void portsThatAreNotGivenAreFreeOnes() {
        assertThat(Settings.parse("--data", "/data")).isEqualTo(new Settings(Path.of("/data"), 0, 0, 0, false));
    }

    @Test
    void everythingThatIsGivenIsTaken() {
        assertThat(Settings.parse(
                        "--s3-port",
                        "2",
                        "--exit-with-parent",
                        "--postgres-port",
                        "3",
                        "--data",
                        "/data",
                        "--kafka-port",
                        "1"))
                .isEqualTo(new Settings(Path.of("/data"), 1, 2, 3, true));
    }

    @Test
    void theDataFolderIsMadeAbsolute() {
        assertThat(Settings.parse("--data", "here").data()).isAbsolute();
    }

    @Test
    void aCommandLineThatMakesNoSenseIsRefusedWithTheReason() {
        assertThatThrownBy(Settings::parse).hasMessageContaining("--data is missing");
        assertThatThrownBy(() -> Settings.parse("--data")).hasMessageContaining("--data needs a value");
        assertThatThrownBy(() -> Settings.parse("--data", "d", "--s4-port", "1"))
                .hasMessageContaining("unknown: --s4-port");
        assertThatThrownBy(() -> Settings.parse("--data", "d", "--s3-port", "65536"))
                .hasMessageContaining("no such port");
        assertThatThrownBy(() -> Settings.parse("--data", "d", "--s3-port", "x"))
                .hasMessageContaining("no such port: x");
    }
}
