package dev.gangway.completion.merge;

import dev.gangway.artifacts.completion.CompletedImageStore;
import dev.gangway.artifacts.picture.PictureLists;
import dev.gangway.artifacts.picture.UploadNotes;
import dev.gangway.artifacts.store.JsonObjects;
import dev.gangway.completion.batch.TaskObjects;
import dev.gangway.completion.judgement.FaceMatching;
import dev.gangway.completion.judgement.FigureMessages;
import dev.gangway.completion.judgement.JudgedImage;
import dev.gangway.completion.judgement.SetJudge;
import dev.gangway.completion.judgement.SetJudgement;
import dev.gangway.completion.picture.PictureOutcome;
import dev.gangway.completion.picture.PicturePart;
import dev.gangway.completion.picture.PictureParts;
import dev.gangway.completion.task.TaskRefusedException;
import dev.gangway.contracts.completion.CompletionTask.MergePictures;
import dev.gangway.contracts.event.JobEvent;
import dev.gangway.contracts.event.JobFailure;
import dev.gangway.ledger.worker.ClaimTeller;
import dev.gangway.ledger.worker.Outcome;
import dev.gangway.ledger.worker.StopSignal;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;

/** Sums up a job with users' own pictures from what its tasks left. */
@Singleton
public class PictureMerge {

    private final PictureParts parts;
    private final TaskObjects objects;
    private final CompletedImageStore store;
    private final PictureReport report;
    private final PictureLists lists;
    private final FaceMatching faces;

    PictureMerge(
            PictureParts parts,
            TaskObjects objects,
            CompletedImageStore store,
            PictureReport report,
            PictureLists lists,
            FaceMatching faces) {
        this.parts = parts;
        this.objects = objects;
        this.store = store;
        this.report = report;
        this.lists = lists;
        this.faces = faces;
    }

    /** Judges as a set what has a truth, and writes the results. */
    public Outcome run(MergePictures task, ClaimTeller teller, StopSignal stop) throws TaskRefusedException {
        try {
            return merged(task, teller, stop);
        } catch (CancellationException e) {
            if (!stop.isRaised()) {
                throw e;
            }
            return new Outcome.Stopped();
        }
    }

    private Outcome merged(MergePictures task, ClaimTeller teller, StopSignal stop) throws TaskRefusedException {
        List<PicturePart> read = new ArrayList<>();
        for (String key : task.parts()) {
            Stops.check(stop::isRaised);
            read.add(parts.read(key));
        }
        List<PictureOutcome> outcomes = outcomes(task, read);
        List<String> figures =
                read.stream().map(PicturePart::figures).filter(Objects::nonNull).toList();
        Optional<Judged> judged = figures.isEmpty() ? Optional.of(Judged.NOTHING) : judged(task, figures, stop);
        if (judged.isEmpty()) {
            return new Outcome.Stopped();
        }
        UploadNotes besides = lists.leftOut(task.team(), task.job());
        List<SetJudgement> sets = judged.get().sets();
        List<JudgedImage> images = judged.get().images();
        List<String> written = report.write(task, outcomes, sets, images, besides, stop::isRaised);
        byte[] results = JsonObjects.write(PictureResults.of(task, outcomes, sets, images, besides, written));
        String key = store.putResults(task.team(), task.job(), results);
        return outcomes.stream().allMatch(PictureOutcome.Refused.class::isInstance)
                ? new Outcome.Failed(nothingCompleted(outcomes), key)
                : new Outcome.Done(messages(task, teller, sets, key));
    }

    /** A job that completed nothing has not succeeded, however well it is known why. */
    private static JobFailure nothingCompleted(List<PictureOutcome> outcomes) {
        Map<String, Long> byCode = outcomes.stream()
                .map(PictureOutcome.Refused.class::cast)
                .collect(Collectors.groupingBy(PictureOutcome.Refused::code, TreeMap::new, Collectors.counting()));
        String counts = byCode.entrySet().stream()
                .map(code -> code.getKey() + " (" + code.getValue() + ")")
                .collect(Collectors.joining(", "));
        PictureOutcome.Refused first = (PictureOutcome.Refused) outcomes.get(0);
        return new JobFailure(
                "no-picture-completed",
                String.format(
                        Locale.ROOT,
                        "none of the %d pictures could be completed: %s; the first, %s: %s",
                        outcomes.size(),
                        counts,
                        first.name(),
                        first.reason()),
                JobFailure.Cause.JOB);
    }

    /**
     * What is known of pictures whose truth is.
     *
     * @param images how close each is to the truth
     * @param sets all of them together
     */
    private record Judged(List<JudgedImage> images, List<SetJudgement> sets) {
        static final Judged NOTHING = new Judged(List.of(), List.of());
    }

    private Optional<Judged> judged(MergePictures task, List<String> figures, StopSignal stop)
            throws TaskRefusedException {
        MergedParts merged = MergedParts.read(objects, figures);
        return new SetJudge(merged.extractor(), faces.matchers(task))
                .judge(merged.images(), merged, stop::isRaised)
                .map(sets -> new Judged(merged.images(), sets));
    }

    private static List<PictureOutcome> outcomes(MergePictures task, List<PicturePart> parts)
            throws TaskRefusedException {
        SortedMap<Integer, PictureOutcome> outcomes = new TreeMap<>();
        int read = 0;
        for (PicturePart part : parts) {
            part.outcomes().forEach(outcome -> outcomes.put(outcome.picture(), outcome));
            read += part.outcomes().size();
        }
        int all = task.pictures().count();
        if (read != all || outcomes.size() != all || outcomes.lastKey() != all - 1) {
            throw new TaskRefusedException(
                    "parts-incomplete", "the parts tell of " + outcomes.size() + " different pictures, not of " + all);
        }
        return List.copyOf(outcomes.values());
    }

    private static List<Object> messages(
            MergePictures task, ClaimTeller teller, List<SetJudgement> sets, String resultKey) {
        Instant now = teller.now();
        FigureMessages figures = new FigureMessages(task, task.checkpoint().id().stage(), now);
        List<Object> messages = new ArrayList<>(figures.ofJob(sets));
        messages.add(new JobEvent.Succeeded(teller.origin(now), resultKey));
        return messages;
    }
}
