package dev.gangway.completion.picture;

import dev.gangway.artifacts.image.PixelImage;
import dev.gangway.artifacts.picture.Picture;
import dev.gangway.artifacts.picture.PictureLists;
import dev.gangway.completion.config.CompletionConfig;
import dev.gangway.completion.judgement.FigureMessages;
import dev.gangway.completion.judgement.JudgedPart;
import dev.gangway.completion.network.Checkpoints;
import dev.gangway.completion.network.ImageCompleter;
import dev.gangway.completion.network.ImageCompleter.Completed;
import dev.gangway.completion.network.PixelLayout;
import dev.gangway.completion.task.ClaimedTask;
import dev.gangway.completion.task.TaskRefusedException;
import dev.gangway.contracts.completion.CompletionTask.CompletePictures;
import dev.gangway.contracts.event.JobEvent;
import dev.gangway.contracts.event.Progress;
import dev.gangway.gan.generation.TrainedModel;
import dev.gangway.ledger.worker.ClaimTeller;
import dev.gangway.ledger.worker.Outcome;
import dev.gangway.ledger.worker.StopSignal;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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
        Batches batches = new Batches(task, model, stop);
        List<NumberedPicture> pictures = pictures(task);
        for (int from = 0; from < pictures.size(); from += batchSize) {
            if (!batches.complete(pictures.subList(from, Math.min(from + batchSize, pictures.size())))) {
                return new Outcome.Stopped();
            }
            tellProgress(teller, batches.finished, pictures.size());
        }
        String key = parts.put(ClaimedTask.of(teller.claim(), task.team()), judge.extractor(), batches.finished);
        return new Outcome.Done(messages(task, teller, batches.finished, key));
    }

    private List<NumberedPicture> pictures(CompletePictures task) {
        List<Picture> listed = lists.read(task.team(), task.job(), task.pictures());
        List<NumberedPicture> numbered = new ArrayList<>(listed.size());
        for (Picture picture : listed) {
            numbered.add(new NumberedPicture(task.pictures().from() + numbered.size(), picture));
        }
        return numbered;
    }

    private static void tellProgress(ClaimTeller teller, FinishedPictures finished, int all) {
        Progress progress = new Progress.Completion(finished.done(), all, finished.refused());
        teller.tellIfPossible(List.of(new JobEvent.Progressed(teller.origin(teller.now()), progress)));
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

    /** The batches of one task, one after the other. */
    private final class Batches {

        private final CompletePictures task;
        private final StopSignal stop;
        private final PictureOpener opener;
        private final ImageCompleter completer;
        private final FinishedPictures finished = new FinishedPictures();

        Batches(CompletePictures task, TrainedModel model, StopSignal stop) throws TaskRefusedException {
            this.task = task;
            this.stop = stop;
            this.opener = new PictureOpener(files, task, model.architecture().size());
            this.completer = new ImageCompleter(model, task.settings(), task.seed());
        }

        /** Completes pictures together; false when it was stopped. */
        boolean complete(List<NumberedPicture> pictures) throws TaskRefusedException {
            List<PreparedPicture> prepared = prepare(pictures);
            if (stop.isRaised()) {
                return false;
            }
            Optional<List<Completed>> completed = prepared.isEmpty() ? Optional.of(List.of()) : search(prepared);
            if (completed.isEmpty()) {
                return false;
            }
            for (int i = 0; i < prepared.size(); i++) {
                if (stop.isRaised()
                        || !finish(prepared.get(i).source(), completed.get().get(i))) {
                    return false;
                }
            }
            return true;
        }

        private List<PreparedPicture> prepare(List<NumberedPicture> pictures) throws TaskRefusedException {
            List<PreparedPicture> prepared = new ArrayList<>();
            for (NumberedPicture picture : pictures) {
                if (stop.isRaised()) {
                    break;
                }
                try {
                    prepared.add(PreparedPicture.of(picture, opener.open(picture)));
                } catch (UnusablePictureException e) {
                    finished.add(picture.refused(e));
                }
            }
            return prepared;
        }

        private Optional<List<Completed>> search(List<PreparedPicture> prepared) {
            return completer.complete(
                    prepared.stream().map(PreparedPicture::input).toList(),
                    prepared.stream().map(PreparedPicture::mask).toList(),
                    prepared.stream()
                            .mapToInt(picture -> picture.source().number())
                            .toArray(),
                    stop);
        }

        /** Fills one picture's missing pixels, stores and judges it; false when it was stopped. */
        private boolean finish(NumberedPicture picture, Completed completed) throws TaskRefusedException {
            if (!completed.isFinite()) {
                finished.add(picture.refused("diverged", "the search's losses are no numbers any more"));
                return true;
            }
            try {
                OpenedPicture opened = opener.open(picture);
                PixelImage whole = opened.framed().pasted(PixelLayout.pixelImage(completed.image()));
                parts.putPicture(task, picture.number(), whole);
                return judged(picture, opened, whole);
            } catch (UnusablePictureException e) {
                finished.add(picture.refused(e));
                return true;
            }
        }

        private boolean judged(NumberedPicture picture, OpenedPicture opened, PixelImage whole) {
            if (opened.truth().isPresent() && opened.isDamaged()) {
                Optional<JudgedPart> figures = judge.judge(task, picture.number(), opened, whole, stop);
                if (figures.isEmpty()) {
                    return false;
                }
                finished.add(figures.get());
            }
            finished.add(completed(picture, opened));
            return true;
        }

        private static PictureOutcome.Completed completed(NumberedPicture picture, OpenedPicture opened) {
            return new PictureOutcome.Completed(
                    picture.number(),
                    picture.picture().name(),
                    opened.image().height(),
                    opened.image().width(),
                    opened.mask().missingPixels(),
                    opened.framed().frame());
        }
    }
}
