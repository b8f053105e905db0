package dev.gangway.completion.picture;

import dev.gangway.completion.task.TaskRefusedException;
import dev.gangway.ledger.worker.StopSignal;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;

/** Leads pictures of one task that are completed together from their files to their outcomes. */
final class PictureBatch {

    private final PicturePreparation preparation;
    private final PictureSearch search;
    private final PictureFinish finish;
    private final StopSignal stop;

    PictureBatch(PicturePreparation preparation, PictureSearch search, PictureFinish finish, StopSignal stop) {
        this.preparation = preparation;
        this.search = search;
        this.finish = finish;
        this.stop = stop;
    }

    /** Completes the next of {@code pictures}; false when it was stopped. */
    boolean complete(Iterator<NumberedPicture> pictures) throws TaskRefusedException {
        try {
            return completed(pictures);
        } catch (CancellationException e) {
            if (!stop.isRaised()) {
                throw e;
            }
            return false;
        }
    }

    private boolean completed(Iterator<NumberedPicture> pictures) throws TaskRefusedException {
        List<PreparedPicture> prepared = preparation.next(pictures, stop);
        if (stop.isRaised()) {
            return false;
        }
        Optional<List<SearchedPicture>> searched = search.of(prepared);
        return searched.isPresent() && finish(searched.get());
    }

    private boolean finish(List<SearchedPicture> searched) throws TaskRefusedException {
        for (SearchedPicture picture : searched) {
            if (stop.isRaised() || !finish.of(picture, stop)) {
                return false;
            }
        }
        return true;
    }
}
