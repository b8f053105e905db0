package dev.gangway.completion.picture;

import dev.gangway.completion.task.TaskRefusedException;
import dev.gangway.ledger.worker.StopSignal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Leads pictures of one task that are completed together from their files to their outcomes. */
final class PictureBatch {

    private final PictureOpener opener;
    private final PictureSearch search;
    private final PictureFinish finish;
    private final PictureAttempts attempts;
    private final StopSignal stop;

    PictureBatch(
            PictureOpener opener,
            PictureSearch search,
            PictureFinish finish,
            PictureAttempts attempts,
            StopSignal stop) {
        this.opener = opener;
        this.search = search;
        this.finish = finish;
        this.attempts = attempts;
        this.stop = stop;
    }

    /** Completes pictures; false when it was stopped. */
    boolean complete(List<NumberedPicture> pictures) throws TaskRefusedException {
        List<PreparedPicture> prepared = prepare(pictures);
        if (stop.isRaised()) {
            return false;
        }
        Optional<List<SearchedPicture>> searched = search.of(prepared);
        return searched.isPresent() && finish(searched.get());
    }

    private List<PreparedPicture> prepare(List<NumberedPicture> pictures) throws TaskRefusedException {
        List<PreparedPicture> prepared = new ArrayList<>();
        for (NumberedPicture picture : pictures) {
            if (stop.isRaised()) {
                break;
            }
            attempts.of(picture, () -> PreparedPicture.of(picture, opener.open(picture)))
                    .ifPresent(prepared::add);
        }
        return prepared;
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
