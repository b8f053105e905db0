package dev.gangway.local.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogFileTest {

    @TempDir
    private Path folder;

    private LogFile log;

    @BeforeEach
    void name() {
        log = new LogFile(folder.resolve("logs").resolve("part.log"));
    }

    @Test
    void theEndIsTheLastLinesAlsoOfALogOfManyBlocks() throws IOException {
        log.rotate();
        write(IntStream.rangeClosed(1, 5000).mapToObj(i -> "line " + i + "\n").collect(Collectors.joining()));

        assertThat(log.end(2)).isEqualTo("line 4999\nline 5000\n");
        assertThat(log.end(3000)).startsWith("line 2001\n").endsWith("line 5000\n");
        assertThat(log.end(10_000)).startsWith("line 1\n");
    }

    @Test
    void aLastLineWithoutABreakIsALine() throws IOException {
        log.rotate();
        write("one\ntwo\nthr");

        assertThat(log.end(2)).isEqualTo("two\nthr");
    }

    @Test
    void aLogThatIsNotThereOrEmptyHasNoEnd() throws IOException {
        assertThat(log.end(5)).isEmpty();

        log.rotate();
        write("");
        assertThat(log.end(5)).isEmpty();
    }

    @Test
    void theLogOfTheStartBeforeIsKept() throws IOException {
        log.rotate();
        write("first\n");
        log.rotate();
        write("second\n");

        assertThat(log.end(5)).isEqualTo("second\n");
        assertThat(log.previous().end(5)).isEqualTo("first\n");
    }

    @Test
    void whoFollowsReadsWholeLinesAndGoesOnWithTheNextStart() throws IOException {
        log.rotate();
        write("before\n");
        LogFollower follower = new LogFollower(log);

        assertThat(follower.next()).isEmpty();
        write("half a ");
        assertThat(follower.next()).isEmpty();
        write("line\nmore\n");
        assertThat(follower.next()).isEqualTo("half a line\nmore\n");
        log.rotate();
        assertThat(follower.next()).isEmpty();
        write("begun anew\n");
        assertThat(follower.next()).isEqualTo("begun anew\n");
    }

    @Test
    void whoFollowsMissesNothingWhenAFullLogBeginsAnewBetweenTwoLooks() throws IOException {
        log.rotate();
        write("before\n");
        try (LogFollower follower = new LogFollower(log)) {
            write("the last line of a full file\nhalf a li");
            assertThat(follower.next()).isEqualTo("the last line of a full file\n");
            write("ne, and more\n");
            Files.move(log.file(), log.file().resolveSibling("part.log.1"));
            assertThat(follower.next()).isEmpty();
            write("the first of the next\n");

            assertThat(follower.next()).isEqualTo("half a line, and more\nthe first of the next\n");
        }
    }

    private void write(String text) throws IOException {
        Files.writeString(log.file(), text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
}
