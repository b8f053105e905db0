package dev.gangway.completion.worker;

import dev.gangway.completion.batch.BatchCompletion;
import dev.gangway.completion.merge.FigureMerge;
import dev.gangway.completion.merge.PictureMerge;
import dev.gangway.completion.picture.PictureCompletion;
import dev.gangway.completion.task.TaskRefusedException;
import dev.gangway.contracts.completion.CompletionTask;
import dev.gangway.contracts.completion.CompletionTask.CompleteImages;
import dev.gangway.contracts.completion.CompletionTask.CompletePictures;
import dev.gangway.contracts.completion.CompletionTask.MergeFigures;
import dev.gangway.contracts.completion.CompletionTask.MergePictures;
import dev.gangway.ledger.worker.ClaimTeller;
import dev.gangway.ledger.worker.Outcome;
import dev.gangway.ledger.worker.StopSignal;
import jakarta.inject.Singleton;

/** Leads each kind of task to what does it. */
@Singleton
class Steps {

    private final BatchCompletion images;
    private final FigureMerge figures;
    private final PictureCompletion pictures;
    private final PictureMerge pictureMerge;

    Steps(BatchCompletion images, FigureMerge figures, PictureCompletion pictures, PictureMerge pictureMerge) {
        this.images = images;
        this.figures = figures;
        this.pictures = pictures;
        this.pictureMerge = pictureMerge;
    }

    Outcome run(CompletionTask task, ClaimTeller teller, StopSignal stop) throws TaskRefusedException {
        if (task instanceof CompleteImages complete) {
            return images.run(complete, teller, stop);
        }
        if (task instanceof MergeFigures merge) {
            return figures.run(merge, teller, stop);
        }
        if (task instanceof CompletePictures complete) {
            return pictures.run(complete, teller, stop);
        }
        return pictureMerge.run((MergePictures) task, teller, stop);
    }
}
