package dev.gangway.artifacts.orphan;

import dev.gangway.artifacts.store.ObjectStatus;
import dev.gangway.contracts.job.JobId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** {@code completions/<team>/<job>/}. Completed images, results and reports are what users asked for, and stay. */
final class CompletionArea implements Area {

    private static final Pattern TASK = Pattern.compile("tasks/(\\d{1,9})/(\\d{1,18})/.+");

    private final KnownWork known;
    private final Graces graces;

    CompletionArea(KnownWork known, Graces graces) {
        this.known = known;
        this.graces = graces;
    }

    @Override
    public String root() {
        return "completions/";
    }

    @Override
    public int depth() {
        return 3;
    }

    @Override
    public List<Orphan> orphans(String folder, List<ObjectStatus> objects, Instant now) {
        Optional<JobId> job = Area.job(Area.names(folder)[2]);
        if (job.isEmpty()) {
            return List.of();
        }
        Optional<KnownJob> facts = known.job(job.get());
        boolean ended = facts.isPresent() && facts.get().ended();
        return objects.stream()
                .filter(object -> Graces.areOver(List.of(object), now, graces.of(ended)))
                .flatMap(object -> facts.isPresent()
                        ? ofAJob(facts.get(), folder, object)
                        : ofNoJob(object.key().substring(folder.length()), object))
                .toList();
    }

    private static Stream<Orphan> ofAJob(KnownJob facts, String folder, ObjectStatus object) {
        Matcher form = TASK.matcher(object.key().substring(folder.length()));
        return form.matches() && facts.isSuperseded(Integer.parseInt(form.group(1)), Long.parseLong(form.group(2)))
                ? Stream.of(new Orphan(object, OrphanKind.SUPERSEDED_TASK_OBJECT))
                : Stream.empty();
    }

    private static Stream<Orphan> ofNoJob(String path, ObjectStatus object) {
        if (path.startsWith("pictures/")) {
            return Stream.of(new Orphan(object, OrphanKind.PICTURE_LIST));
        }
        return path.startsWith("tasks/")
                ? Stream.of(new Orphan(object, OrphanKind.SUPERSEDED_TASK_OBJECT))
                : Stream.empty();
    }
}
