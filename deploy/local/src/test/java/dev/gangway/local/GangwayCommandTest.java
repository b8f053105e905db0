package dev.gangway.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.embedded.FreePort;
import dev.gangway.local.process.Checkout;
import dev.gangway.local.process.Home;
import dev.gangway.local.process.LocalSystem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GangwayCommandTest {

    @TempDir
    private Path folder;

    private CommandRun gangway;

    @BeforeEach
    void prepare() {
        gangway = new CommandRun(new LocalSystem(new Home(folder), new Checkout(folder)), new Checkout(folder));
    }

    @Test
    void theHomeIsTheFolderThatTheEnvironmentNamesOrOneInTheCheckout() {
        Checkout checkout = new Checkout(Path.of("/checkout"));

        assertThat(GangwayCommand.home(Map.of(), checkout).folder()).isEqualTo(Path.of("/checkout/deploy/local/.data"));
        assertThat(GangwayCommand.home(Map.of("GANGWAY_HOME", ""), checkout).folder())
                .isEqualTo(Path.of("/checkout/deploy/local/.data"));
        assertThat(GangwayCommand.home(Map.of("GANGWAY_HOME", "/elsewhere"), checkout)
                        .folder())
                .isEqualTo(Path.of("/elsewhere"));
        assertThat(GangwayCommand.home(Map.of("GANGWAY_HOME", "relative"), checkout)
                        .folder())
                .isAbsolute();
    }

    @Test
    void whereNothingRunsStatusSaysSoWithItsExitCode() {
        assertThat(gangway.execute("status")).isEqualTo(1);
        assertThat(gangway.output()).containsPattern("trainer +- +stopped +http://127.0.0.1:8081");

        assertThat(gangway.execute("status", "--json")).isEqualTo(1);
        assertThat(gangway.output()).contains("\"ready\" : false", "\"name\" : \"gateway\"", "\"pid\" : null");
    }

    @Test
    void whereNothingRunsDownHasNothingToDo() {
        assertThat(gangway.execute("down")).isZero();
        assertThat(gangway.output()).isEqualToIgnoringNewLines("down");
    }

    @Test
    void whatCannotBeDoneIsToldInASentence() throws IOException {
        assertThat(gangway.execute(upOnFreePorts())).isEqualTo(1);
        assertThat(gangway.errors()).contains("gangway-embedded.jar is missing").doesNotContain("\tat ");

        assertThat(gangway.execute("import", "nowhere.zip")).isEqualTo(1);
        assertThat(gangway.errors()).contains("there is no nowhere.zip").doesNotContain("\tat ");

        assertThat(gangway.execute("logs", "trainer")).isEqualTo(1);
        assertThat(gangway.errors()).contains("there is no log of the trainer yet");
    }

    @Test
    void furtherWorkersAreShownAndNamedOnceTheyWereAskedFor() throws IOException {
        assertThat(gangway.execute("logs", "completion-2")).isEqualTo(1);
        assertThat(gangway.errors()).contains("there is no completion-2 here");

        assertThat(gangway.execute(upOnFreePorts("--completion-workers", "2"))).isEqualTo(1);

        assertThat(gangway.execute("status", "--json")).isEqualTo(1);
        assertThat(gangway.output()).contains("\"name\" : \"completion\"", "\"name\" : \"completion-2\"");
        assertThat(gangway.execute("logs", "completion-2")).isEqualTo(1);
        assertThat(gangway.errors()).contains("there is no log of the completion-2 yet");
        assertThat(gangway.execute("down", "completion-2")).isZero();
        assertThat(gangway.execute("up", "completion-3")).isEqualTo(1);
        assertThat(gangway.errors()).contains("there is no completion-3 here", "--completion-workers N");
    }

    @Test
    void whatIsNotUnderstoodIsToldWithTheUsage() {
        assertThat(gangway.execute("up", "trainr")).isEqualTo(2);
        assertThat(gangway.errors()).contains("no part is called trainr", "Usage: gangway up");

        assertThat(gangway.execute("logs")).isEqualTo(2);
        assertThat(gangway.execute("up", "--gateway-port", "http")).isEqualTo(2);
        assertThat(gangway.execute("up", "--trainers", "many")).isEqualTo(2);
        assertThat(gangway.execute("fly")).isEqualTo(2);
        assertThat(gangway.execute()).isEqualTo(2);
    }

    /** Another system may run on the usual ports of the machine that tests this. */
    private static String[] upOnFreePorts(String... others) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("up"));
        arguments.addAll(List.of(others));
        for (String listener : List.of("gateway", "trainer", "completion", "kafka", "s3", "postgres")) {
            arguments.addAll(List.of("--" + listener + "-port", Integer.toString(FreePort.find())));
        }
        return arguments.toArray(String[]::new);
    }
}
