package dev.gangway.completion.batch;

import dev.gangway.completion.config.CompletionConfig;
import dev.gangway.completion.judgement.ComparedImages;
import dev.gangway.completion.judgement.FigureMessages;
import dev.gangway.completion.judgement.ImageJudge;
import dev.gangway.completion.judgement.JudgedPart;
import dev.gangway.completion.judgement.SetJudgement;
import dev.gangway.completion.mask.Occlusion;
import dev.gangway.completion.network.Checkpoints;
import dev.gangway.completion.network.ImageCompleter;
import dev.gangway.completion.network.ImageCompleter.Completed;
import dev.gangway.completion.task.ClaimedTask;
import dev.gangway.completion.task.TaskProgress;
import dev.gangway.completion.task.TaskRefusedException;
import dev.gangway.contracts.completion.CompletionTask.CompleteImages;
import dev.gangway.contracts.completion.CompletionTask.ImageRange;
import dev.gangway.contracts.event.JobEvent;
import dev.gangway.evaluation.RgbImage;
import dev.gangway.gan.completion.mask.Mask;
import dev.gangway.gan.generation.TrainedModel;
import dev.gangway.ledger.worker.ClaimTeller;
import dev.gangway.ledger.worker.Outcome;
import dev.gangway.ledger.worker.StopSignal;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

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
        for (Truth batch : truth.inBatchesOf(batchSize)) {
            List<Occlusion> occlusions = batch.occlusions(task.mask(), task.seed());
            Optional<List<RgbImage>> completed = completed(
                    completer,
                    batch,
                    occlusions,
                    progress.searching(batch.images().size(), stop::isRaised));
            if (completed.isEmpty() || !stored(task, batch.first(), completed.get(), progress, stop)) {
                return new Outcome.Stopped();
            }
            Optional<JudgedPart> figures = judge.judge(task, compared(task, batch, completed.get(), occlusions), stop);
            if (figures.isEmpty()) {
                return new Outcome.Stopped();
            }
            judged.add(figures.get());
            progress.batchDone();
        }
        return judgedAsASet(task, JudgedPart.joined(judged), teller, stop);
    }

    private static Optional<List<RgbImage>> completed(
            ImageCompleter completer, Truth batch, List<Occlusion> occlusions, BooleanSupplier stop)
            throws TaskRefusedException {
        List<Mask> masks = occlusions.stream().map(Occlusion::mask).toList();
        Optional<List<Completed>> completed = completer.complete(batch.images(), masks, batch.numbers(), stop);
        return completed.isEmpty() ? Optional.empty() : Optional.of(finite(batch.first(), completed.get()));
    }

    private static List<RgbImage> finite(int first, List<Completed> completed) throws TaskRefusedException {
        for (int i = 0; i < completed.size(); i++) {
            if (!completed.get(i).isFinite()) {
                throw new TaskRefusedException("diverged", "the losses of image " + (first + i) + " are not finite");
            }
        }
        return completed.stream().map(Completed::image).toList();
    }

    private static ComparedImages compared(
            CompleteImages task, Truth batch, List<RgbImage> completed, List<Occlusion> occlusions) {
        ImageRange range = new ImageRange(
                task.images().dataset(),
                task.images().split(),
                batch.first(),
                batch.images().size());
        return new ComparedImages(
                batch.numbers(),
                Optional.of(range),
                batch.beside(completed, occlusions),
                occlusions.stream().map(Occlusion::hole).toList());
    }

    /** Whether all images were stored, because no stop was asked for. */
    private boolean stored(
            CompleteImages task, int first, List<RgbImage> images, TaskProgress progress, StopSignal stop) {
        for (int i = 0; i < images.size(); i++) {
            if (stop.isRaised()) {
                return false;
            }
            objects.putImage(task, first + i, images.get(i));
            progress.done(first + i + 1 - task.images().from(), 0);
        }
        return true;
    }

    private Outcome judgedAsASet(CompleteImages task, JudgedPart part, ClaimTeller teller, StopSignal stop)
            throws TaskRefusedException {
        Optional<List<SetJudgement>> sets = judge.judge(task, part, stop);
        if (sets.isEmpty()) {
            return new Outcome.Stopped();
        }
        String key = objects.putPart(ClaimedTask.of(teller.claim(), task.team()), judge.extractor(), part);
        return new Outcome.Done(messages(task, teller, part, sets.get(), key));
    }

    /** The figures are told together with the task's end, so that a task that is done again tells them once. */
    private static List<Object> messages(
            CompleteImages task, ClaimTeller teller, JudgedPart part, List<SetJudgement> sets, String resultKey) {
        Instant now = teller.now();
        FigureMessages figures = new FigureMessages(task, task.checkpoint().id().stage(), now);
        List<Object> messages = new ArrayList<>(figures.ofImages(part.images()));
        messages.addAll(figures.ofTask(sets));
        messages.add(new JobEvent.TaskFinished(teller.origin(now), part.images().size(), 0, resultKey));
        return messages;
    }

    private static void requireSize(int model, int images) throws TaskRefusedException {
        if (model != images) {
            throw new TaskRefusedException(
                    "size-mismatch", "networks for " + model + " pixels complete no images of " + images + " pixels");
        }
    }
}
