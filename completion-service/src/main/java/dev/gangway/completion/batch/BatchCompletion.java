package dev.gangway.completion.batch;

import dev.gangway.completion.config.CompletionConfig;
import dev.gangway.completion.judgement.ComparedImages;
import dev.gangway.completion.judgement.FigureMessages;
import dev.gangway.completion.judgement.ImageJudge;
import dev.gangway.completion.judgement.JudgedPart;
import dev.gangway.completion.judgement.RefusedImage;
import dev.gangway.completion.judgement.SetJudgement;
import dev.gangway.completion.mask.Occlusion;
import dev.gangway.completion.network.Checkpoints;
import dev.gangway.completion.network.ImageCompleter;
import dev.gangway.completion.task.ClaimedTask;
import dev.gangway.completion.task.TaskProgress;
import dev.gangway.completion.task.TaskRefusedException;
import dev.gangway.contracts.completion.CompletionTask.CompleteImages;
import dev.gangway.contracts.event.JobEvent;
import dev.gangway.contracts.metric.Metric;
import dev.gangway.gan.generation.TrainedModel;
import dev.gangway.ledger.worker.ClaimTeller;
import dev.gangway.ledger.worker.Outcome;
import dev.gangway.ledger.worker.StopSignal;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Completes the images of a task batch by batch, stores them, and judges them against the truth. */
@Singleton
public class BatchCompletion {

    private final Checkpoints checkpoints;
    private final TrueImages trueImages;
    private final ImageJudge judge;
    private final TaskObjects objects;
    private final int batchSize;

    public BatchCompletion(
            Checkpoints checkpoints,
            TrueImages trueImages,
            ImageJudge judge,
            TaskObjects objects,
            CompletionConfig config) {
        this.checkpoints = checkpoints;
        this.trueImages = trueImages;
        this.judge = judge;
        this.objects = objects;
        this.batchSize = config.batch().images();
    }

    public Outcome run(CompleteImages task, ClaimTeller teller, StopSignal stop) throws TaskRefusedException {
        TrainedModel model = checkpoints.load(task.checkpoint());
        Truth truth = trueImages.of(task.images());
        requireSize(model.architecture().size(), truth.size());
        ImageCompleter completer = new ImageCompleter(model, task.settings(), task.seed());
        TaskProgress progress = TaskProgress.of(task, teller);
        List<JudgedPart> judged = new ArrayList<>();
        List<RefusedImage> refused = new ArrayList<>();
        for (Truth batch : truth.inBatchesOf(batchSize)) {
            Optional<CompletedBatch> completed = completed(task, completer, batch, progress, stop);
            if (completed.isEmpty() || !stored(task, completed.get(), refused, progress, stop)) {
                return new Outcome.Stopped();
            }
            Optional<ComparedImages> compared = completed.get().compared(task.images());
            if (compared.isPresent()) {
                Optional<JudgedPart> figures = judge.judge(task, compared.get(), stop);
                if (figures.isEmpty()) {
                    return new Outcome.Stopped();
                }
                judged.add(figures.get());
            }
            progress.batchDone();
        }
        return judgedAsASet(task, JudgedPart.joined(judged), refused, teller, stop);
    }

    private static Optional<CompletedBatch> completed(
            CompleteImages task, ImageCompleter completer, Truth batch, TaskProgress progress, StopSignal stop)
            throws TaskRefusedException {
        List<Occlusion> occlusions = batch.occlusions(task.mask(), task.seed());
        return completer
                .complete(
                        batch.images(),
                        occlusions.stream().map(Occlusion::mask).toList(),
                        batch.numbers(),
                        progress.searching(batch.images().size(), stop::isRaised))
                .map(completed -> new CompletedBatch(batch, occlusions, completed));
    }

    /** Whether all images that were completed were stored, because no stop was asked for; the others are added to {@code refused}. */
    private boolean stored(
            CompleteImages task,
            CompletedBatch batch,
            List<RefusedImage> refused,
            TaskProgress progress,
            StopSignal stop) {
        int refusedBefore = refused.size();
        refused.addAll(batch.refused());
        int first = batch.truth().first();
        for (int place = 0; place < batch.completed().size(); place++) {
            if (stop.isRaised()) {
                return false;
            }
            int number = first + place;
            batch.image(place).ifPresent(image -> objects.putImage(task, number, image));
            int soFar = (int) refused.subList(refusedBefore, refused.size()).stream()
                    .filter(image -> image.image() <= number)
                    .count();
            progress.done(number + 1 - task.images().from(), refusedBefore + soFar);
        }
        return true;
    }

    private Outcome judgedAsASet(
            CompleteImages task, JudgedPart part, List<RefusedImage> refused, ClaimTeller teller, StopSignal stop)
            throws TaskRefusedException {
        Optional<List<SetJudgement>> sets =
                part.images().isEmpty() ? Optional.of(List.of()) : judge.judge(task, part, stop);
        if (sets.isEmpty()) {
            return new Outcome.Stopped();
        }
        String key = objects.putPart(ClaimedTask.of(teller.claim(), task.team()), judge.extractor(), part, refused);
        Instant now = teller.now();
        List<Object> messages = new ArrayList<>(figures(task, part, sets.get(), now));
        messages.add(new JobEvent.TaskFinished(teller.origin(now), part.images().size(), refused.size(), key));
        return new Outcome.Done(messages);
    }

    /** The figures are told together with the task's end, so that a task that is done again tells them once. */
    private static List<Metric> figures(CompleteImages task, JudgedPart part, List<SetJudgement> sets, Instant now) {
        FigureMessages figures = new FigureMessages(task, task.checkpoint().id().stage(), now);
        List<Metric> messages = new ArrayList<>(figures.ofImages(part.images()));
        messages.addAll(figures.ofTask(sets));
        return messages;
    }

    private static void requireSize(int model, int images) throws TaskRefusedException {
        if (model != images) {
            throw new TaskRefusedException(
                    "size-mismatch", "networks for " + model + " pixels complete no images of " + images + " pixels");
        }
    }
}
