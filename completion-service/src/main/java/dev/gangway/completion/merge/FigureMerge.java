package dev.gangway.completion.merge;

import dev.gangway.artifacts.completion.CompletedImageStore;
import dev.gangway.artifacts.store.JsonObjects;
import dev.gangway.completion.batch.TaskObjects;
import dev.gangway.completion.judgement.FaceMatching;
import dev.gangway.completion.judgement.FigureMessages;
import dev.gangway.completion.judgement.RefusedImage;
import dev.gangway.completion.judgement.SetJudge;
import dev.gangway.completion.judgement.SetJudgement;
import dev.gangway.completion.task.TaskRefusedException;
import dev.gangway.contracts.completion.CompletionTask.MergeFigures;
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
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;

/** Judges all images of a job at once from what its tasks left, and writes results and report. */
@Singleton
public class FigureMerge {

    private final TaskObjects objects;
    private final CompletedImageStore store;
    private final ReportSheets sheets;
    private final JobReport page;
    private final FaceMatching faces;

    public FigureMerge(
            TaskObjects objects, CompletedImageStore store, ReportSheets sheets, JobReport page, FaceMatching faces) {
        this.objects = objects;
        this.store = store;
        this.sheets = sheets;
        this.page = page;
        this.faces = faces;
    }

    public Outcome run(MergeFigures task, ClaimTeller teller, StopSignal stop) throws TaskRefusedException {
        MergedParts parts = MergedParts.read(objects, task);
        if (parts.images().isEmpty()) {
            return new Outcome.Failed(nothingCompleted(parts.refused()));
        }
        Optional<List<SetJudgement>> sets =
                new SetJudge(parts.extractor(), faces.matchers(task)).judge(parts.images(), parts, stop::isRaised);
        if (sets.isEmpty()) {
            return new Outcome.Stopped();
        }
        try {
            return new Outcome.Done(messages(task, teller, sets.get(), written(task, sets.get(), parts, stop)));
        } catch (CancellationException e) {
            if (!stop.isRaised()) {
                throw e;
            }
            return new Outcome.Stopped();
        }
    }

    /** Writes report and results; returns the results' key. */
    private String written(MergeFigures task, List<SetJudgement> sets, MergedParts parts, StopSignal stop)
            throws TaskRefusedException {
        List<String> report = Stream.concat(
                        page.write(task, sets, parts, stop::isRaised).stream(),
                        sheets.write(task, stop::isRaised).stream())
                .toList();
        return store.putResults(
                task.team(),
                task.job(),
                JsonObjects.write(Results.of(task, sets, parts.images(), parts.refused(), report)));
    }

    /** A job that completed nothing has not succeeded. */
    private static JobFailure nothingCompleted(List<RefusedImage> refused) {
        RefusedImage first = refused.get(0);
        return new JobFailure(
                first.code(),
                String.format(
                        Locale.ROOT,
                        "none of the %d images could be completed; the first, image %d: %s",
                        refused.size(),
                        first.image(),
                        first.reason()),
                JobFailure.Cause.JOB);
    }

    private static List<Object> messages(
            MergeFigures task, ClaimTeller teller, List<SetJudgement> sets, String resultKey) {
        Instant now = teller.now();
        FigureMessages figures = new FigureMessages(task, task.checkpoint().id().stage(), now);
        List<Object> messages = new ArrayList<>(figures.ofJob(sets));
        messages.add(new JobEvent.Succeeded(teller.origin(now), resultKey));
        return messages;
    }
}
