package dev.gangway.completion.picture;

import dev.gangway.completion.task.TaskRefusedException;
import dev.gangway.contracts.job.JobId;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;

/** Does something for one picture, and keeps what goes wrong there from all others. */
final class PictureAttempts {

    private final JobId job;
    private final FinishedPictures finished;

    PictureAttempts(JobId job, FinishedPictures finished) {
        this.job = job;
        this.finished = finished;
    }

    /** Something that is done for one picture. */
    @FunctionalInterface
    interface Attempt<T> {
        T make() throws UnusablePictureException, TaskRefusedException;
    }

    /**
     * What {@code attempt} made; nothing when the picture was at fault, which is its outcome then.
     *
     * @throws CancellationException when it was given up
     * @throws RuntimeException when store, database or device failed: the task is to be done again
     */
    <T> Optional<T> of(NumberedPicture picture, Attempt<T> attempt) throws TaskRefusedException {
        return of(picture, attempt, fault -> finished.add(picture.refused(fault)));
    }

    /** The same for what the picture can do without: {@code atFault} is told, and its outcome is open. */
    <T> Optional<T> of(NumberedPicture picture, Attempt<T> attempt, Consumer<PictureFault> atFault)
            throws TaskRefusedException {
        try {
            return Optional.of(attempt.make());
        } catch (UnusablePictureException e) {
            atFault.accept(PictureFault.of(e));
        } catch (CancellationException e) {
            // Nobody waits for the picture any more: it is as it was.
            throw e;
        } catch (RuntimeException e) {
            atFault.accept(PictureFault.of(job, picture, e));
        } catch (OutOfMemoryError | StackOverflowError e) {
            atFault.accept(PictureFault.of(job, picture, e));
        }
        return Optional.empty();
    }
}
