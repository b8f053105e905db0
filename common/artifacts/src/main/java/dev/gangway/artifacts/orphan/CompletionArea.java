package dev.gangway.artifacts.orphan;

import dev.gangway.artifacts.completion.CompletedImageStore;
import dev.gangway.artifacts.store.ObjectPath;
import dev.gangway.artifacts.store.ObjectStatus;
import dev.gangway.contracts.job.JobId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** {@code completions/<team>/<job>/}. Completed images, results and reports are what users asked for, and stay. */
final class CompletionArea implements Area {

    private static final int TASK_DIGITS = 9;
    private static final int TOKEN_DIGITS = 18;

    private final KnownWork known;
    private final Graces graces;

    CompletionArea(KnownWork known, Graces graces) {
        this.known = known;
        this.graces = graces;
    }

    @Override
    public ObjectPath root() {
        return CompletedImageStore.ROOT;
    }

    @Override
    public int depth() {
        return 3;
    }

    @Override
    public List<Orphan> orphans(ObjectPath folder, List<ObjectStatus> objects, Instant now) {
        Optional<JobId> job = Area.job(folder.name());
        if (job.isEmpty()) {
            return List.of();
        }
        Optional<KnownJob> facts = known.job(job.get());
        boolean ended = facts.isPresent() && facts.get().ended();
        return objects.stream()
                .filter(object -> Graces.areOver(List.of(object), now, graces.of(ended)))
                .flatMap(object -> Area.within(folder, object)
                        .flatMap(path -> kind(facts, path))
                        .map(kind -> new Orphan(object, kind))
                        .stream())
                .toList();
    }

    private static Optional<OrphanKind> kind(Optional<KnownJob> facts, ObjectPath path) {
        boolean ofATask = path.depth() > 1 && path.part(0).equals(CompletedImageStore.TASKS);
        boolean ofTheList = path.depth() > 1 && path.part(0).equals(CompletedImageStore.PICTURES);
        if (facts.isEmpty() && ofTheList) {
            return Optional.of(OrphanKind.PICTURE_LIST);
        }
        return ofATask && (facts.isEmpty() || isSuperseded(facts.get(), path))
                ? Optional.of(OrphanKind.SUPERSEDED_TASK_OBJECT)
                : Optional.empty();
    }

    private static boolean isSuperseded(KnownJob facts, ObjectPath path) {
        OptionalLong task = path.number(1, "", TASK_DIGITS);
        OptionalLong token = path.number(2, "", TOKEN_DIGITS);
        return task.isPresent() && token.isPresent() && facts.isSuperseded((int) task.getAsLong(), token.getAsLong());
    }
}
