package dev.gangway.completion.picture;

import dev.gangway.artifacts.image.Filling;
import dev.gangway.artifacts.picture.Picture;
import dev.gangway.artifacts.picture.PictureLists;
import dev.gangway.completion.config.CompletionConfig;
import dev.gangway.completion.judgement.FigureMessages;
import dev.gangway.completion.network.Checkpoints;
import dev.gangway.completion.network.ImageCompleter;
import dev.gangway.completion.task.ClaimedTask;
import dev.gangway.completion.task.TaskProgress;
import dev.gangway.completion.task.TaskRefusedException;
import dev.gangway.contracts.completion.CompletionTask.CompletePictures;
import dev.gangway.contracts.event.JobEvent;
import dev.gangway.contracts.recipe.CompletionSettings;
import dev.gangway.contracts.recipe.CompletionSettings.Blending;
import dev.gangway.gan.generation.TrainedModel;
import dev.gangway.ledger.worker.ClaimTeller;
import dev.gangway.ledger.worker.Outcome;
import dev.gangway.ledger.worker.StopSignal;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * Completes a task's pictures batch by batch. Of a batch only the networks' small squares are held in memory: each picture is
 * opened once more when its missing pixels are to be filled.
 */
@Singleton
public class PictureCompletion {

    private final Checkpoints checkpoints;
    private final PictureLists lists;
    private final PictureFiles files;
    private final PictureJudge judge;
    private final PictureParts parts;
    private final int batchSize;

    PictureCompletion(
            Checkpoints checkpoints,
            PictureLists lists,
            PictureFiles files,
            PictureJudge judge,
            PictureParts parts,
            CompletionConfig config) {
        this.checkpoints = checkpoints;
        this.lists = lists;
        this.files = files;
        this.judge = judge;
        this.parts = parts;
        this.batchSize = config.batch().images();
    }

    /** Completes them, tells how far it has come, and in the end what came of it. */
    public Outcome run(CompletePictures task, ClaimTeller teller, StopSignal stop) throws TaskRefusedException {
        TrainedModel model = checkpoints.load(task.checkpoint());
        TaskProgress progress = TaskProgress.of(task, teller);
        FinishedPictures finished = new FinishedPictures(progress);
        PictureBatch batch = batch(task, model, stop, finished, progress);
        List<NumberedPicture> pictures = pictures(task);
        Iterator<NumberedPicture> left = pictures.iterator();
        while (left.hasNext()) {
            if (!batch.complete(left)) {
                return new Outcome.Stopped();
            }
            progress.batchDone();
        }
        String key = parts.put(ClaimedTask.of(teller.claim(), task.team()), judge.extractor(), finished);
        return new Outcome.Done(messages(task, teller, finished, key));
    }

    private PictureBatch batch(
            CompletePictures task,
            TrainedModel model,
            StopSignal stop,
            FinishedPictures finished,
            TaskProgress progress)
            throws TaskRefusedException {
        PictureAttempts attempts = new PictureAttempts(task.job(), finished);
        PictureOpener opener =
                new PictureOpener(files, task, model.architecture().size(), stop::isRaised);
        CompletionSettings settings = task.settings().blendedBy(Blending.POISSON);
        ImageCompleter completer = new ImageCompleter(model, settings, task.seed());
        return new PictureBatch(
                new PicturePreparation(opener, attempts, batchSize),
                new PictureSearch(completer, stop::isRaised, attempts, progress),
                new PictureFinish(task, opener, filling(settings.blending()), parts, judge, attempts, finished),
                stop);
    }

    private static Filling filling(Blending blending) {
        return switch (blending) {
            case PASTE -> Filling.PASTED;
            case POISSON -> Filling.SEAMLESS;
        };
    }

    private List<NumberedPicture> pictures(CompletePictures task) {
        List<Picture> listed = lists.read(task.team(), task.job(), task.pictures());
        List<NumberedPicture> numbered = new ArrayList<>(listed.size());
        for (Picture picture : listed) {
            numbered.add(new NumberedPicture(task.pictures().from() + numbered.size(), picture));
        }
        return numbered;
    }

    private static List<Object> messages(
            CompletePictures task, ClaimTeller teller, FinishedPictures finished, String resultKey) {
        Instant now = teller.now();
        FigureMessages figures = new FigureMessages(task, task.checkpoint().id().stage(), now);
        List<Object> messages = new ArrayList<>();
        finished.figures().ifPresent(part -> messages.addAll(figures.ofImages(part.images())));
        messages.add(new JobEvent.TaskFinished(
                teller.origin(now), finished.done() - finished.refused(), finished.refused(), resultKey));
        return messages;
    }
}
