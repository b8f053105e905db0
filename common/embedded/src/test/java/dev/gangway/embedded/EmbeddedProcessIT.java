package dev.gangway.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedProcessIT {

    @TempDir
    private Path folder;

    private Path data;
    private EmbeddedProcess embedded;

    @BeforeEach
    void aFolderAsPeopleNameThem() throws IOException {
        data = Files.createDirectory(folder.resolve("my größte Sammlung"));
    }

    @AfterEach
    void stop() {
        if (embedded != null) {
            embedded.close();
        }
    }

    @Test
    void whatWasWrittenIsThereAgainAfterAStopAndAfterAKill() throws Exception {
        embedded = start(EmbeddedOptions.forTests());
        Endpoints first = embedded.endpoints();
        TestClients clients = new TestClients(first);
        clients.send("kept");
        clients.put("kept", "an object", Map.of());
        clients.execute(ServiceSchema.TRAINER, "CREATE TABLE kept AS SELECT 'a row' AS value");

        embedded.close();
        assertThat(database()).isEmpty();
        embedded = start(EmbeddedOptions.forTests().onPortsOf(first));
        assertThat(embedded.endpoints())
                .usingRecursiveComparison()
                .ignoringFields("pid")
                .isEqualTo(first);
        assertEverythingIsThere(clients);

        embedded.killJvm();
        ProcessHandle orphan = database().orElseThrow();
        embedded = start(EmbeddedOptions.forTests().onPortsOf(first));
        assertThat(new RunningProcess(orphan).runs()).isFalse();
        assertEverythingIsThere(clients);

        embedded.kill();
        assertThat(database()).isEmpty();
        embedded = start(EmbeddedOptions.forTests().onPortsOf(first));
        assertEverythingIsThere(clients);
    }

    @Test
    void aDatabaseThatWasKilledStartsAlsoWhenItsProcessIdIsTaken() throws Exception {
        embedded = start(EmbeddedOptions.forTests());
        embedded.kill();
        Path pidFile = Postmaster.cluster(data).resolve("postmaster.pid");
        List<String> left = Files.readAllLines(pidFile);
        left.set(0, Long.toString(ProcessHandle.current().pid()));
        Files.write(pidFile, left);

        embedded = start(EmbeddedOptions.forTests());

        assertThat(new TestClients(embedded.endpoints()).queryOne(ServiceSchema.GATEWAY, "SELECT 'there'"))
                .isEqualTo("there");
    }

    @Test
    void aSecondProcessOnTheSameDataIsRefusedAndTheFirstRunsOn() throws Exception {
        embedded = start(EmbeddedOptions.forTests());

        assertThatThrownBy(() -> start(EmbeddedOptions.forTests()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("another process is using " + data);

        assertThat(new TestClients(embedded.endpoints()).queryOne(ServiceSchema.GATEWAY, "SELECT 'still here'"))
                .isEqualTo("still here");
    }

    @Test
    void theProcessEndsWhenItsDatabaseIsKilled() throws Exception {
        embedded = start(EmbeddedOptions.forTests());
        ProcessHandle jvm = ProcessHandle.of(embedded.pid()).orElseThrow();

        Postmaster.kill(Postmaster.cluster(data));

        assertThat(jvm.onExit().get(60, TimeUnit.SECONDS).isAlive()).isFalse();
    }

    @Test
    void theProcessEndsWithItsParentAndLeavesNothingRunning() throws Exception {
        ProcessBuilder withoutParent = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-jar",
                        EmbeddedProcess.homeOfTests()
                                .resolve("gangway-embedded.jar")
                                .toString(),
                        "--data",
                        data.toString(),
                        "--exit-with-parent")
                .redirectInput(Path.of("/dev/null").toFile())
                .redirectErrorStream(true)
                .redirectOutput(data.resolve("output").toFile());

        assertThat(withoutParent.start().onExit().get(60, TimeUnit.SECONDS).isAlive())
                .isFalse();

        assertThat(database()).isEmpty();
    }

    private EmbeddedProcess start(EmbeddedOptions options) {
        return EmbeddedProcess.start(EmbeddedProcess.homeOfTests(), data, options);
    }

    private Optional<ProcessHandle> database() {
        return Postmaster.of(Postmaster.cluster(data));
    }

    private static void assertEverythingIsThere(TestClients clients) throws Exception {
        assertThat(clients.received(1)).containsExactly("kept");
        assertThat(clients.get("kept")).isEqualTo("an object");
        assertThat(clients.queryOne(ServiceSchema.TRAINER, "SELECT value FROM kept"))
                .isEqualTo("a row");
    }
}
