package dev.gangway.artifacts.orphan;

import dev.gangway.artifacts.store.ObjectStatus;
import dev.gangway.contracts.job.JobId;
import dev.gangway.contracts.training.CheckpointId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code checkpoints/<team>/<model>/<job>/}. Of a job that nobody knows, whole checkpoints are left alone: the database may be
 * older than the bucket, and a trained model is dear.
 */
final class CheckpointArea implements Area {

    private static final String MANIFEST = "manifest.json";
    private static final Pattern PART = Pattern.compile("stage-(\\d{1,4})/step-(\\d{1,12})/(\\d{1,18})/([^/]+)");
    private static final Pattern RECORD = Pattern.compile("record/(\\d{1,18})/(.+)");
    private static final Comparator<ObjectStatus> MANIFEST_FIRST =
            Comparator.comparing(object -> !object.key().endsWith("/" + MANIFEST));

    private final KnownWork known;
    private final Graces graces;

    CheckpointArea(KnownWork known, Graces graces) {
        this.known = known;
        this.graces = graces;
    }

    @Override
    public String root() {
        return "checkpoints/";
    }

    @Override
    public int depth() {
        return 4;
    }

    @Override
    public List<Orphan> orphans(String folder, List<ObjectStatus> objects, Instant now) {
        Optional<JobId> job = Area.job(Area.names(folder)[3]);
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
        boolean whole = parts.stream().anyMatch(part -> part.key().endsWith("/" + MANIFEST));
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

    private List<Orphan> hiddenFiles(String folder, List<ObjectStatus> objects, Optional<KnownJob> facts, Instant now) {
        Map<String, Long> newest = new HashMap<>();
        matching(RECORD, folder, objects)
                .forEach((form, object) -> newest.merge(form.group(2), Long.valueOf(form.group(1)), Math::max));
        List<Orphan> hidden = new ArrayList<>();
        matching(RECORD, folder, objects).forEach((form, object) -> {
            boolean shown = newest.get(form.group(2)).equals(Long.valueOf(form.group(1)));
            if (!shown && Graces.areOver(List.of(object), now, grace(facts))) {
                hidden.add(new Orphan(object, OrphanKind.HIDDEN_RECORD_FILE));
            }
        });
        return hidden;
    }

    private static Map<CheckpointId, List<ObjectStatus>> checkpoints(
            JobId job, String folder, List<ObjectStatus> objects) {
        Map<CheckpointId, List<ObjectStatus>> checkpoints = new LinkedHashMap<>();
        matching(PART, folder, objects).forEach((form, object) -> {
            CheckpointId id = new CheckpointId(
                    job.value(),
                    Integer.parseInt(form.group(1)),
                    Long.parseLong(form.group(2)),
                    Long.parseLong(form.group(3)));
            checkpoints.computeIfAbsent(id, first -> new ArrayList<>()).add(object);
        });
        return checkpoints;
    }

    private static Map<Matcher, ObjectStatus> matching(Pattern form, String folder, List<ObjectStatus> objects) {
        Map<Matcher, ObjectStatus> matching = new LinkedHashMap<>();
        for (ObjectStatus object : objects) {
            Matcher matcher = form.matcher(object.key().substring(folder.length()));
            if (matcher.matches()) {
                matching.put(matcher, object);
            }
        }
        return matching;
    }

    private Duration grace(Optional<KnownJob> facts) {
        return graces.of(facts.isPresent() && facts.get().ended());
    }
}
