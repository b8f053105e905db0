package dev.gangway.embedded.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gangway.embedded.Server;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SettingsTest {

    private static final Set<Server> ALL = EnumSet.allOf(Server.class);

    @Test
    void oneServerIsStartedAloneWhenAskedFor() {
        assertThat(Settings.parse(
                                "--data",
                                "/data",
                                "--kafka-port",
                                "1",
                                "--s3-port",
                                "2",
                                "--postgres-port",
                                "3",
                                "--only",
                                "s3")
                        .servers())
                .containsExactly(Server.STORE);
        assertThatThrownBy(() -> Settings.parse("--data", "/data", "--only", "ftp"))
                .hasMessageContaining("no such server: ftp");
    }

    @Test
    void portsThatAreNotGivenAreFreeOnes() {
        assertThat(Settings.parse("--data", "/data")).isEqualTo(new Settings(Path.of("/data"), 0, 0, 0, ALL, false));
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
                .isEqualTo(new Settings(Path.of("/data"), 1, 2, 3, ALL, true));
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
