package dev.gangway.artifacts.orphan;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.gangway.artifacts.checkpoint.CheckpointDescription;
import dev.gangway.artifacts.checkpoint.CheckpointLine;
import dev.gangway.artifacts.checkpoint.CheckpointManifest;
import dev.gangway.artifacts.checkpoint.CheckpointStore;
import dev.gangway.artifacts.checkpoint.TrainingState;
import dev.gangway.artifacts.completion.CompletedImageStore;
import dev.gangway.artifacts.completion.TaskClaim;
import dev.gangway.artifacts.dataset.DatasetOrigin;
import dev.gangway.artifacts.dataset.DatasetWriter;
import dev.gangway.artifacts.image.PixelImage;
import dev.gangway.artifacts.picture.Picture;
import dev.gangway.artifacts.picture.PictureFile;
import dev.gangway.artifacts.picture.PictureLists;
import dev.gangway.artifacts.picture.UploadStore;
import dev.gangway.artifacts.record.RunRecordStore;
import dev.gangway.artifacts.store.ObjectPath;
import dev.gangway.artifacts.store.ObjectStore;
import dev.gangway.artifacts.store.RealStore;
import dev.gangway.contracts.completion.Split;
import dev.gangway.contracts.job.JobId;
import dev.gangway.contracts.job.TeamId;
import dev.gangway.contracts.recipe.StageKind;
import dev.gangway.contracts.training.CheckpointId;
import dev.gangway.contracts.training.CheckpointReference;
import dev.gangway.contracts.training.DatasetReference;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class OrphanSearchIT {

    private static final Graces GRACES = new Graces(Duration.ofHours(24), Duration.ofHours(1), Duration.ofDays(7));
    private static final byte[] BYTES = {1, 2, 3};
    private static final String TYPE = "application/octet-stream";

    private static ObjectStore store;

    /** The store dates objects by its own clock, so it is the looking that takes place later. */
    private final Instant written = Clock.systemUTC().instant();

    private final Facts facts = new Facts();
    private final OrphanSearch search = new OrphanSearch(store, facts, GRACES);
    private final TeamId team =
            new TeamId("team-" + UUID.randomUUID().toString().substring(0, 8));
    private final JobId job = JobId.random();
    private final CheckpointLine line = new CheckpointLine(team, "faces", job);

    @BeforeAll
    static void open() {
        store = RealStore.open();
    }

    @AfterAll
    static void close() {
        store.close();
    }

    @Test
    void aCheckpointThatWasBegunIsAnOrphanOnceItsClaimIsOldAndTheGraceIsOver() {
        String part = begun(line.checkpoint(1, 10, 1));
        facts.jobs.put(job, running(2));

        assertThat(orphans("checkpoints/", Duration.ofHours(23))).isEmpty();
        assertThat(orphans("checkpoints/", Duration.ofHours(25))).containsExactly(part);
    }

    @Test
    void whatTheRunningClaimBeganIsNoOrphanHoweverLongItTakes() {
        begun(line.checkpoint(1, 10, 2));
        facts.jobs.put(job, running(2));

        assertThat(orphans("checkpoints/", Duration.ofDays(30))).isEmpty();
    }

    @Test
    void whatAnEndedJobBeganGoesAfterTheShortGrace() {
        String part = begun(line.checkpoint(1, 10, 2));
        facts.jobs.put(job, ended(2, Set.of()));

        assertThat(orphans("checkpoints/", Duration.ofMinutes(59))).isEmpty();
        assertThat(orphans("checkpoints/", Duration.ofMinutes(61))).containsExactly(part);
    }

    @Test
    void aCheckpointThatIsNotKeptGoesAtOnceManifestFirstAndTheOthersStay() {
        CheckpointReference old = written(line.checkpoint(1, 10, 1));
        written(line.checkpoint(1, 20, 1));
        facts.jobs.put(job, new KnownJob(false, Map.of(0, 1L), Set.of(old.id())));

        List<String> orphans = orphans("checkpoints/", Duration.ZERO);

        assertThat(orphans).hasSize(2).allMatch(key -> key.contains("/step-10/"));
        assertThat(orphans.get(0)).endsWith("/manifest.json");
    }

    @Test
    void aWholeCheckpointOfAJobThatNobodyKnowsStays() {
        written(line.checkpoint(1, 10, 1));

        assertThat(orphans("checkpoints/", Duration.ofDays(365))).isEmpty();
    }

    @Test
    void ofARecordOnlyFilesThatNewerOnesHideAreOrphans() {
        RunRecordStore records = new RunRecordStore(store);
        records.put(line, 1, "curves.json", BYTES);
        records.put(line, 1, "plots/gap.png", BYTES);
        records.put(line, 2, "curves.json", BYTES);
        facts.jobs.put(job, running(2));

        assertThat(orphans("checkpoints/", Duration.ofHours(25)))
                .singleElement()
                .asString()
                .endsWith("/record/1/curves.json");
    }

    @Test
    void ofACompletionTaskOnlyTheNewestClaimsObjectsAreNeeded() {
        CompletedImageStore completions = new CompletedImageStore(store);
        String old = completions.putTaskObject(new TaskClaim(team, job, 3, 1), "figures.json", BYTES, TYPE);
        completions.putTaskObject(new TaskClaim(team, job, 3, 2), "figures.json", BYTES, TYPE);
        completions.putResults(team, job, BYTES);
        facts.jobs.put(job, new KnownJob(true, Map.of(3, 2L), Set.of()));

        assertThat(orphans("completions/", Duration.ofHours(2))).containsExactly(old);
    }

    @Test
    void aListOfPicturesIsNeededForAsLongAsItsJobIsKnown() {
        new PictureLists(store)
                .write(
                        team,
                        job,
                        List.of(new Picture("a.png", new PictureFile("uploads/a.png", 3, "tag"), null, null)));

        assertThat(orphans("completions/", Duration.ofHours(25))).hasSize(1);
        facts.jobs.put(job, ended(1, Set.of()));
        assertThat(orphans("completions/", Duration.ofHours(25))).isEmpty();
    }

    @Test
    void anUploadGoesWhenNoJobUsedItForLong() {
        UploadStore uploads = new UploadStore(store);
        UUID upload = UUID.randomUUID();
        uploads.put(team, upload, ObjectPath.parse("a.png"), BYTES);
        uploads.put(team, upload, ObjectPath.parse("masks/a.png"), BYTES);
        ObjectPath folder = UploadStore.folder(team, upload);

        assertThat(orphans("uploads/", Duration.ofDays(6))).isEmpty();
        assertThat(orphans("uploads/", Duration.ofDays(8))).hasSize(2).allMatch(key -> key.startsWith(folder.prefix()));
        facts.uses.put(folder, written.plus(Duration.ofDays(5)));
        assertThat(orphans("uploads/", Duration.ofDays(8))).isEmpty();
        assertThat(orphans("uploads/", Duration.ofDays(13))).hasSize(2);
        facts.uses.put(folder, Instant.MAX);
        assertThat(orphans("uploads/", Duration.ofDays(365))).isEmpty();
        facts.deletedUploads.add(folder);
        assertThat(orphans("uploads/", Duration.ZERO)).hasSize(2);
    }

    @Test
    void whatADatasetsManifestDoesNotNameIsAnOrphanButNotWhatNetworksSaidOfIt() {
        DatasetReference dataset = new DatasetReference(team, "five", 1);
        try (DatasetWriter writer =
                new DatasetWriter(store, dataset, 2, new DatasetOrigin("a test", "none"), Clock.systemUTC())) {
            writer.add(Split.TRAIN, new PixelImage(2, 2, new byte[12]));
            writer.finish();
        }
        String folder = "datasets/" + team + "/five/1/";
        store.put(folder + "features/resnet50/test-0-1.f32", BYTES, TYPE);
        store.put(folder + "train-00000-other.rgb", BYTES, TYPE);
        store.put("datasets/" + team + "/five/2/train-00000-dead.rgb", BYTES, TYPE);

        assertThat(orphans("datasets/", Duration.ofHours(23))).isEmpty();
        assertThat(orphans("datasets/", Duration.ofHours(25)))
                .containsExactlyInAnyOrder(
                        folder + "train-00000-other.rgb", "datasets/" + team + "/five/2/train-00000-dead.rgb");
    }

    @Test
    void allOfADeletedDatasetIsAnOrphanAtOnceItsManifestFirstAndNothingOfOtherVersions() {
        String folder = "datasets/" + team + "/seven/";
        List.of("1/features/net/test-0-2.f32", "1/manifest.json", "1/train-00000-a.rgb", "2/features/net/test-0-2.f32")
                .forEach(name -> store.put(folder + name, BYTES, TYPE));
        facts.deleted.add(new DatasetReference(team, "seven", 1));

        assertThat(orphans("datasets/", Duration.ZERO))
                .containsExactly(
                        folder + "1/manifest.json",
                        folder + "1/features/net/test-0-2.f32",
                        folder + "1/train-00000-a.rgb");
    }

    @Test
    void moreOrphansThanAPageOfTheStoreAreFoundAndDeleted() {
        CompletedImageStore completions = new CompletedImageStore(store);
        IntStream.range(0, 1_100)
                .parallel()
                .forEach(task ->
                        completions.putTaskObject(new TaskClaim(team, job, task, 1), "figures.json", BYTES, TYPE));

        List<String> orphans = orphans("completions/", Duration.ofHours(25));
        assertThat(orphans).hasSize(1_100);
        store.deleteAll(orphans);
        assertThat(store.list("completions/" + team + "/")).isEmpty();
    }

    private List<String> orphans(String root, Duration later) {
        return search
                .list(
                        ObjectPath.parseFolder(root).resolve(team.value()),
                        Clock.systemUTC().instant().plus(later))
                .stream()
                .map(orphan -> orphan.object().key())
                .toList();
    }

    private String begun(CheckpointReference checkpoint) {
        CheckpointId id = checkpoint.id();
        String key = "checkpoints/" + team + "/faces/" + job + "/stage-" + id.stage() + "/step-" + id.step() + "/"
                + id.token() + "/generator.safetensors";
        store.put(key, BYTES, TYPE);
        return key;
    }

    private CheckpointReference written(CheckpointReference checkpoint) {
        CheckpointStore checkpoints = new CheckpointStore(store, Clock.systemUTC());
        CheckpointManifest manifest = checkpoints.write(
                checkpoint,
                new CheckpointDescription(
                        "dcgan-32",
                        JsonNodeFactory.instance.objectNode(),
                        StageKind.RANKED,
                        false,
                        new TrainingState(7, 640, Map.of(), Map.of(), List.of(), Map.of()),
                        null,
                        Map.of(),
                        "0.1.0"),
                Map.of("generator", BYTES));
        checkpoints.publish(manifest);
        return checkpoint;
    }

    private static KnownJob running(long token) {
        return new KnownJob(false, Map.of(0, token), Set.of());
    }

    private static KnownJob ended(long token, Set<CheckpointId> deleted) {
        return new KnownJob(true, Map.of(0, token), deleted);
    }

    private static final class Facts implements KnownWork {

        private final Map<JobId, KnownJob> jobs = new HashMap<>();
        private final Map<ObjectPath, Instant> uses = new HashMap<>();
        private final Set<DatasetReference> deleted = new HashSet<>();
        private final Set<ObjectPath> deletedUploads = new HashSet<>();

        @Override
        public Optional<KnownJob> job(JobId job) {
            return Optional.ofNullable(jobs.get(job));
        }

        @Override
        public boolean isDeleted(DatasetReference dataset) {
            return deleted.contains(dataset);
        }

        @Override
        public boolean isDeleted(ObjectPath folder) {
            return deletedUploads.contains(folder);
        }

        @Override
        public Optional<Instant> lastUse(ObjectPath folder) {
            return Optional.ofNullable(uses.get(folder));
        }
    }
}
