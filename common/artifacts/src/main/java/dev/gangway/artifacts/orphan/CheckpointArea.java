package dev.gangway.artifacts.orphan;

import dev.gangway.artifacts.checkpoint.CheckpointKeys;
import dev.gangway.artifacts.store.ObjectPath;
import dev.gangway.artifacts.store.ObjectStatus;
import dev.gangway.contracts.job.JobId;
import dev.gangway.contracts.training.CheckpointId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/**
 * {@code checkpoints/<team>/<model>/<job>/}. Of a job that nobody knows, whole checkpoints are left alone: the database may be
 * older than the bucket, and a trained model is dear.
 */
final class CheckpointArea implements Area {

    private static final int TOKEN_DIGITS = 18;
    private static final Comparator<ObjectStatus> MANIFEST_FIRST = Comparator.comparing(object -> !isManifest(object));

    private final KnownWork known;
    private final Graces graces;

    CheckpointArea(KnownWork known, Graces graces) {
        this.known = known;
        this.graces = graces;
    }

    @Override
    public ObjectPath root() {
        return CheckpointKeys.ROOT;
    }

    @Override
    public int depth() {
        return 4;
    }

    @Override
    public List<Orphan> orphans(ObjectPath folder, List<ObjectStatus> objects, Instant now) {
        Optional<JobId> job = Area.job(folder.name());
        if (job.isEmpty()) {
            return List.of();
        }
        Optional<KnownJob> facts = known.job(job.get());
        List<Orphan> orphans = new ArrayList<>();
        checkpoints(job.get(), folder, objects).forEach((id, parts) -> orphans.addAll(ofOne(id, parts, facts, now)));
        orphans.addAll(hiddenFiles(folder, objects, facts, now));
        return orphans;
    }

    private List<Orphan> ofOne(CheckpointId id, List<ObjectStatus> parts, Optional<KnownJob> facts, Instant now) {
        if (facts.isPresent() && facts.get().deleted().contains(id)) {
            return parts.stream()
                    .sorted(MANIFEST_FIRST)
                    .map(part -> new Orphan(part, OrphanKind.DELETED_CHECKPOINT))
                    .toList();
        }
        boolean whole = parts.stream().anyMatch(CheckpointArea::isManifest);
        if (whole || mayBeAtWork(id, facts) || !Graces.areOver(parts, now, grace(facts))) {
            return List.of();
        }
        return parts.stream()
                .map(part -> new Orphan(part, OrphanKind.CHECKPOINT_PART))
                .toList();
    }

    /** Whether the claim that began the checkpoint is, as far as anybody knows, the job's present one. */
    private static boolean mayBeAtWork(CheckpointId id, Optional<KnownJob> facts) {
        return facts.isPresent() && !facts.get().ended() && !facts.get().isSuperseded(0, id.token());
    }

    private List<Orphan> hiddenFiles(
            ObjectPath folder, List<ObjectStatus> objects, Optional<KnownJob> facts, Instant now) {
        List<RecordObject> record = objects.stream()
                .flatMap(object -> Area.within(folder, object).flatMap(path -> RecordObject.of(path, object)).stream())
                .toList();
        Map<ObjectPath, Long> newest =
                record.stream().collect(Collectors.toMap(RecordObject::file, RecordObject::token, Math::max));
        return record.stream()
                .filter(object -> object.token() < newest.get(object.file()))
                .filter(object -> Graces.areOver(List.of(object.status()), now, grace(facts)))
                .map(object -> new Orphan(object.status(), OrphanKind.HIDDEN_RECORD_FILE))
                .toList();
    }

    private static Map<CheckpointId, List<ObjectStatus>> checkpoints(
            JobId job, ObjectPath folder, List<ObjectStatus> objects) {
        Map<CheckpointId, List<ObjectStatus>> checkpoints = new LinkedHashMap<>();
        for (ObjectStatus object : objects) {
            Area.within(folder, object)
                    .flatMap(path -> CheckpointKeys.partOf(job, path))
                    .ifPresent(id -> checkpoints
                            .computeIfAbsent(id, first -> new ArrayList<>())
                            .add(object));
        }
        return checkpoints;
    }

    private static boolean isManifest(ObjectStatus object) {
        return ObjectPath.tryParse(object.key())
                .map(path -> path.name().equals(CheckpointKeys.MANIFEST))
                .orElse(false);
    }

    /** An object of a run record: which file it is, and the token of the claim that wrote it. */
    private record RecordObject(ObjectPath file, long token, ObjectStatus status) {

        static Optional<RecordObject> of(ObjectPath path, ObjectStatus object) {
            OptionalLong token = path.number(1, "", TOKEN_DIGITS);
            return path.depth() > 2 && path.part(0).equals("record") && token.isPresent()
                    ? Optional.of(new RecordObject(path.from(2), token.getAsLong(), object))
                    : Optional.empty();
        }
    }

    private Duration grace(Optional<KnownJob> facts) {
        return graces.of(facts.isPresent() && facts.get().ended());
    }
}
