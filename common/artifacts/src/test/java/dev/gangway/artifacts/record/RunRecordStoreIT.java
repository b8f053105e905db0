package dev.gangway.artifacts.record;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gangway.artifacts.checkpoint.CheckpointLine;
import dev.gangway.artifacts.store.ContentMismatchException;
import dev.gangway.artifacts.store.Damage;
import dev.gangway.artifacts.store.ObjectStore;
import dev.gangway.artifacts.store.RealStore;
import dev.gangway.contracts.job.JobId;
import dev.gangway.contracts.job.TeamId;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class RunRecordStoreIT {

    private static final byte[] WHOLE = "stage,step\n0,10\n".getBytes(UTF_8);
    private static final byte[] DAMAGED = "stage,step\n0,30\n".getBytes(UTF_8);

    private static ObjectStore store;

    private final CheckpointLine line = new CheckpointLine(TeamId.DEFAULT, "faces", JobId.random());
    private final RunRecordStore records = new RunRecordStore(store);

    @BeforeAll
    static void open() {
        store = RealStore.open();
        store.createBucket();
    }

    @AfterAll
    static void close() {
        store.close();
    }

    @Test
    void aFileThatIsNotWhatWasWrittenIsRefusedByName() throws IOException, InterruptedException {
        records.put(line, 3, "curves.csv", WHOLE);
        assertThat(records.read(line, "curves.csv")).contains(WHOLE);

        Damage.keepTheHash(store, key("curves.csv"), WHOLE, DAMAGED);

        assertThatThrownBy(() -> records.read(line, "curves.csv"))
                .isInstanceOf(ContentMismatchException.class)
                .hasMessageContaining(key("curves.csv"));
    }

    @Test
    void aFileFromBeforeThereWereHashesIsStillRead() throws IOException, InterruptedException {
        Damage.withoutAHash(store, key("curves.csv"), WHOLE);

        assertThat(records.read(line, "curves.csv")).contains(WHOLE);
    }

    private String key(String path) {
        return "checkpoints/default/faces/" + line.job() + "/record/3/" + path;
    }
}
