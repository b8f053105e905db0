package dev.gangway.completion.picture;

import dev.gangway.completion.task.TaskRefusedException;
import dev.gangway.ledger.worker.StopSignal;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** Opens as many pictures as the device completes at once, each for as long as its squares are made. */
final class PicturePreparation {

    private final PictureOpener opener;
    private final PictureAttempts attempts;
    private final int squares;

    /**
     * A preparation.
     *
     * @param squares after which no further picture is opened; the last one's are not cut off
     */
    PicturePreparation(PictureOpener opener, PictureAttempts attempts, int squares) {
        this.opener = opener;
        this.attempts = attempts;
        this.squares = squares;
    }

    /** The next pictures for the networks; those at fault are not among them, nor any more once it is stopped. */
    List<PreparedPicture> next(Iterator<NumberedPicture> pictures, StopSignal stop) throws TaskRefusedException {
        List<PreparedPicture> prepared = new ArrayList<>();
        int waiting = 0;
        // Pictures at fault count too, so that progress is told however many there are.
        for (int opened = 0; hasNext(pictures, stop) && waiting < squares && opened < squares; opened++) {
            NumberedPicture picture = pictures.next();
            Optional<PreparedPicture> next = attempts.of(picture, () -> opener.prepare(picture));
            waiting += next.map(PreparedPicture::squares).map(List::size).orElse(0);
            next.ifPresent(prepared::add);
        }
        return prepared;
    }

    private static boolean hasNext(Iterator<NumberedPicture> pictures, StopSignal stop) {
        return pictures.hasNext() && !stop.isRaised();
    }
}
