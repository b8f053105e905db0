package dev.gangway.artifacts.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.gangway.artifacts.store.Damage;
import dev.gangway.artifacts.store.JsonObjects;
import dev.gangway.artifacts.store.ObjectStore;
import dev.gangway.artifacts.store.PreconditionFailedException;
import dev.gangway.artifacts.store.RealStore;
import dev.gangway.contracts.job.JobId;
import dev.gangway.contracts.job.TeamId;
import dev.gangway.contracts.recipe.StageKind;
import dev.gangway.contracts.training.CheckpointReference;
import dev.gangway.testing.SettableClock;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckpointStoreIT {

    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
    private static final CheckpointDescription DESCRIPTION = new CheckpointDescription(
            "dcgan-32",
            JsonNodeFactory.instance.objectNode().put("method", "rankgan").put("stages", 3),
            StageKind.RANKED,
            true,
            new TrainingState(7, 640, Map.of("high", 0.4), Map.of("clamp", 12.5), List.of(1.5, 0.75), Map.of(1, 2.5)),
            null,
            Map.of("psnrHole", 17.25),
            "0.1.0");

    private static ObjectStore objects;

    private final CheckpointStore store = new CheckpointStore(objects, new SettableClock(NOW));
    private final CheckpointLine line = new CheckpointLine(TeamId.DEFAULT, "faces", JobId.random());

    @BeforeAll
    static void open() {
        objects = RealStore.open();
    }

    @AfterAll
    static void close() {
        objects.close();
    }

    @Test
    void whatWasWrittenIsReadWithItsManifest() {
        CheckpointReference reference = line.checkpoint(2, 300, 1);
        CheckpointManifest written = write(reference);

        Checkpoint read = store.read(reference);

        assertThat(read.manifest()).isEqualTo(written);
        assertThat(read.manifest().description()).isEqualTo(DESCRIPTION);
        assertThat(read.manifest().createdAt()).isEqualTo(NOW);
        assertThat(read.part("generator")).containsExactly(1, 2, 3);
        assertThat(read.part("optimizer")).containsExactly(4);
        assertThat(objects.exists(CheckpointKeys.folder(reference)
                        .resolve("generator.safetensors")
                        .key()))
                .isTrue();
    }

    @Test
    void onlyTheWantedPartsAreRead() {
        CheckpointReference reference = line.checkpoint(0, 10, 1);
        write(reference);

        Checkpoint read = store.read(reference, Set.of("generator", "encoder"));

        assertThat(read.parts()).containsOnlyKeys("generator");
        assertThatThrownBy(() -> read.part("optimizer")).isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void aCheckpointIsWrittenOnce() {
        write(line.checkpoint(0, 10, 1));

        assertThatThrownBy(() -> write(line.checkpoint(0, 10, 1))).isInstanceOf(PreconditionFailedException.class);
    }

    @Test
    void theHeadIsTheLastPublished() {
        assertThat(store.head(line)).isEmpty();

        publish(line.checkpoint(0, 10, 1));
        publish(line.checkpoint(1, 5, 1));

        assertThat(store.head(line))
                .contains(new CheckpointHead(line.checkpoint(1, 5, 1).id(), NOW, 1L));
    }

    @Test
    void anOwnerThatWasTakenOverPublishesNothing() {
        publish(line.checkpoint(0, 10, 1));
        publish(line.checkpoint(0, 10, 2));
        CheckpointManifest late = write(line.checkpoint(0, 20, 1));

        assertThatThrownBy(() -> store.publish(late))
                .isInstanceOf(StaleTokenException.class)
                .hasMessageContaining("token 2")
                .hasMessageContaining("token 1");
        assertThat(store.head(line).orElseThrow().checkpoint().token()).isEqualTo(2);
    }

    @Test
    void aNewOwnerMayPublishAnEarlierStepThanTheOneItReplaces() {
        publish(line.checkpoint(0, 20, 1));

        publish(line.checkpoint(0, 15, 2));

        assertThat(store.head(line).orElseThrow().checkpoint().step()).isEqualTo(15);
    }

    @Test
    void anAlteredPartIsRefusedByName() {
        CheckpointReference reference = line.checkpoint(1, 10, 1);
        write(reference);
        spoil(reference, "generator");

        assertThatThrownBy(() -> store.read(reference))
                .isInstanceOf(CorruptCheckpointException.class)
                .hasMessageContaining(reference.id().toString())
                .hasMessageContaining("generator.safetensors");
        assertThat(store.read(reference, Set.of("optimizer")).parts()).containsOnlyKeys("optimizer");
    }

    @Test
    void aCorruptNewestCheckpointGivesWayToTheOneBefore() {
        publish(line.checkpoint(1, 10, 1));
        publish(line.checkpoint(1, 20, 1));
        publish(line.checkpoint(2, 5, 2));
        spoil(line.checkpoint(2, 5, 2), "optimizer");
        objects.delete(CheckpointKeys.folder(line.checkpoint(1, 20, 1))
                .resolve("generator.safetensors")
                .key());

        RecoveredCheckpoint recovered = store.latestIntact(line).orElseThrow();

        assertThat(recovered.checkpoint().manifest().checkpoint()).isEqualTo(line.checkpoint(1, 10, 1));
        assertThat(recovered.refused()).hasSize(2);
        assertThat(recovered.refused().get(0)).hasMessageContaining("optimizer.safetensors");
        assertThat(recovered.refused().get(1)).hasMessageContaining("is missing");
    }

    @Test
    void anIntactNewestCheckpointIsTheOneToGoOnFrom() {
        publish(line.checkpoint(1, 10, 1));
        publish(line.checkpoint(1, 20, 1));
        write(line.checkpoint(1, 30, 1));

        RecoveredCheckpoint recovered = store.latestIntact(line).orElseThrow();

        assertThat(recovered.checkpoint().manifest().checkpoint()).isEqualTo(line.checkpoint(1, 20, 1));
        assertThat(recovered.refused()).isEmpty();
    }

    @Test
    void whenNoCheckpointIsWholeTheNewestIsBlamed() {
        publish(line.checkpoint(0, 10, 1));
        publish(line.checkpoint(0, 20, 1));
        spoil(line.checkpoint(0, 10, 1), "generator");
        objects.delete(CheckpointKeys.manifest(line.checkpoint(0, 20, 1)));

        assertThatThrownBy(() -> store.latestIntact(line))
                .isInstanceOf(CorruptCheckpointException.class)
                .hasMessageContaining(line.checkpoint(0, 20, 1).id().toString());
    }

    @Test
    void aBitFlippedInAPartIsFoundAndThePartNamedAndTheCheckpointBeforeIsTaken() {
        publish(line.checkpoint(0, 10, 1));
        publish(line.checkpoint(0, 20, 1));
        String key = CheckpointKeys.folder(line.checkpoint(0, 20, 1))
                .resolve("generator.safetensors")
                .key();
        Damage.flipABit(objects, key);

        RecoveredCheckpoint recovered = store.latestIntact(line).orElseThrow();

        assertThat(recovered.checkpoint().manifest().checkpoint()).isEqualTo(line.checkpoint(0, 10, 1));
        assertThat(recovered.refused()).singleElement().satisfies(refused -> assertThat(refused)
                .hasMessageContaining(key));
    }

    @Test
    void aBitFlippedInAManifestThatIsStillJsonIsFoundAndTheCheckpointBeforeIsTaken() throws IOException {
        publish(line.checkpoint(0, 10, 1));
        publish(line.checkpoint(0, 20, 1));
        String key = CheckpointKeys.manifest(line.checkpoint(0, 20, 1));
        Damage.flipABit(objects, key);
        JsonObjects.read(objects.get(key, 1 << 20).content(), CheckpointManifest.class);

        RecoveredCheckpoint recovered = store.latestIntact(line).orElseThrow();

        assertThat(recovered.checkpoint().manifest().checkpoint()).isEqualTo(line.checkpoint(0, 10, 1));
        assertThat(recovered.refused()).singleElement().satisfies(refused -> assertThat(refused)
                .hasMessageContaining(key));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aDamagedHeadIsReadOffTheCheckpointsAndMended(boolean withItsHash) throws IOException, InterruptedException {
        publish(line.checkpoint(0, 10, 1));
        publish(line.checkpoint(0, 20, 2));
        byte[] whole = objects.get(CheckpointKeys.head(line), 1 << 20).content();
        Damage.flipABit(objects, CheckpointKeys.head(line));
        if (withItsHash) {
            byte[] damaged = objects.get(CheckpointKeys.head(line), 1 << 20).content();
            Damage.keepTheHash(objects, CheckpointKeys.head(line), whole, damaged);
        }

        assertThat(store.latestIntact(line)
                        .orElseThrow()
                        .checkpoint()
                        .manifest()
                        .checkpoint())
                .isEqualTo(line.checkpoint(0, 20, 2));
        CheckpointManifest late = write(line.checkpoint(0, 30, 1));
        assertThatThrownBy(() -> store.publish(late)).isInstanceOf(StaleTokenException.class);
        publish(line.checkpoint(0, 40, 2));
        assertThat(store.head(line).orElseThrow().checkpoint())
                .isEqualTo(line.checkpoint(0, 40, 2).id());
    }

    @Test
    void aManifestFromBeforeTheyWereSealedIsRead() {
        CheckpointReference reference = line.checkpoint(0, 10, 1);
        CheckpointManifest manifest = write(reference);
        objects.put(CheckpointKeys.manifest(reference), JsonObjects.write(manifest), JsonObjects.CONTENT_TYPE);

        assertThat(store.manifest(reference)).isEqualTo(manifest);
    }

    @Test
    void aLineWithoutAHeadHasNothingToGoOnFrom() {
        write(line.checkpoint(0, 10, 1));

        assertThat(store.latestIntact(line)).isEmpty();
    }

    @Test
    void checkpointsAreListedByProgressAndOnlyWithAManifest() {
        write(line.checkpoint(1, 5, 1));
        write(line.checkpoint(0, 100, 1));
        write(line.checkpoint(0, 20, 1));
        objects.put(
                CheckpointKeys.folder(line.checkpoint(1, 9, 1))
                        .resolve("generator.safetensors")
                        .key(),
                new byte[1],
                "application/octet-stream");

        assertThat(store.list(line))
                .containsExactly(line.checkpoint(0, 20, 1), line.checkpoint(0, 100, 1), line.checkpoint(1, 5, 1));
    }

    @Test
    void aCheckpointThatIsNotThereIsNamed() {
        CheckpointReference none = line.checkpoint(3, 1, 1);

        assertThatThrownBy(() -> store.read(none))
                .isInstanceOf(CheckpointMissingException.class)
                .hasMessageContaining(none.id().toString());
    }

    private void publish(CheckpointReference reference) {
        store.publish(write(reference));
    }

    private CheckpointManifest write(CheckpointReference reference) {
        return store.write(
                reference, DESCRIPTION, Map.of("generator", new byte[] {1, 2, 3}, "optimizer", new byte[] {4}));
    }

    private void spoil(CheckpointReference reference, String part) {
        objects.put(
                CheckpointKeys.folder(reference).resolve(part + ".safetensors").key(),
                new byte[] {9},
                "application/octet-stream");
    }
}
