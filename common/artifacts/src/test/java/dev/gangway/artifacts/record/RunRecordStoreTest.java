package dev.gangway.artifacts.record;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.gangway.artifacts.checkpoint.CheckpointLine;
import dev.gangway.artifacts.store.ContentMismatchException;
import dev.gangway.artifacts.store.Damage;
import dev.gangway.artifacts.store.ObjectsInMemory;
import dev.gangway.contracts.job.JobId;
import dev.gangway.contracts.job.TeamId;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunRecordStoreTest {

    record Numbers(List<Integer> points) {}

    private final ObjectsInMemory objects = new ObjectsInMemory();
    private final RunRecordStore records = new RunRecordStore(objects);
    private final CheckpointLine line = new CheckpointLine(TeamId.DEFAULT, "faces", JobId.random());

    @Test
    void aFileIsListedWithItsSizeAndTypeAndReadBack() throws IOException {
        records.put(line, 3, "plots/gap.png", new byte[] {1, 2});
        records.put(line, 3, "curves.csv", new byte[] {3});
        records.put(new CheckpointLine(TeamId.DEFAULT, "faces", JobId.random()), 1, "other.json", new byte[0]);

        assertThat(records.list(line))
                .extracting(RecordFile::path, RecordFile::size, RecordFile::contentType)
                .containsExactly(tuple("curves.csv", 1L, "text/csv"), tuple("plots/gap.png", 2L, "image/png"));
        assertThat(records.read(line, "curves.csv")).contains(new byte[] {3});
        try (InputStream opened =
                records.open(line, "plots/gap.png").orElseThrow().content()) {
            assertThat(opened.readAllBytes()).containsExactly(1, 2);
        }
        assertThat(records.read(line, "curves.json")).isEmpty();
        assertThat(records.open(line, "../head.json")).isEmpty();
    }

    @Test
    void aWorkerThatWasTakenOverDoesNotHideWhatItsSuccessorWrote() {
        records.put(line, 9, "curves.json", "before".getBytes(UTF_8));
        records.put(line, 9, "samples/stage-0-step-000010.png", new byte[] {7});
        records.put(line, 10, "curves.json", "after".getBytes(UTF_8));
        records.put(line, 9, "curves.json", "too late".getBytes(UTF_8));

        assertThat(records.read(line, "curves.json")).contains("after".getBytes(UTF_8));
        assertThat(records.list(line))
                .extracting(RecordFile::path)
                .containsExactly("curves.json", "samples/stage-0-step-000010.png");
    }

    @Test
    void noBitOfARecordsNumbersCanBeFlippedUnseen() {
        records.putJson(line, 3, "curves.json", new Numbers(List.of(2, 5)));
        assertThat(records.readJson(line, "curves.json", Numbers.class)).contains(new Numbers(List.of(2, 5)));
        assertThat(records.readJson(line, "stages.json", Numbers.class)).isEmpty();

        Damage.flipABit(objects, "checkpoints/default/faces/" + line.job() + "/record/3/curves.json");

        assertThatThrownBy(() -> records.readJson(line, "curves.json", Numbers.class))
                .isInstanceOf(ContentMismatchException.class)
                .hasMessageContaining("/record/3/curves.json");
    }

    @Test
    void numbersFromBeforeThereWereSealsAreStillRead() {
        records.put(line, 3, "curves.json", "{\"points\": [2, 5]}".getBytes(UTF_8));

        assertThat(records.readJson(line, "curves.json", Numbers.class)).contains(new Numbers(List.of(2, 5)));
    }

    @Test
    void whatElseLiesInTheJobsFolderIsNoPartOfTheRecord() {
        objects.put("checkpoints/default/faces/" + line.job() + "/head.json", new byte[0], "application/json");
        objects.put("checkpoints/default/faces/" + line.job() + "/record/x/y.json", new byte[0], "application/json");

        assertThat(records.list(line)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"../head.json", "a/b/c.png", "a.exe", "/a.png", "a/../b.png", ".png", "a\\b.png", ""})
    void aPathThatLeadsElsewhereOrSaysNotWhatItIsIsRefused(String path) {
        assertThatIllegalArgumentException().isThrownBy(() -> records.put(line, 1, path, new byte[0]));
    }
}
