package dev.gangway.completion.task;

import dev.gangway.contracts.completion.CompletionTask;
import dev.gangway.contracts.event.JobEvent;
import dev.gangway.contracts.event.Progress;
import dev.gangway.contracts.recipe.CompletionSettings;
import dev.gangway.ledger.worker.ClaimLostException;
import dev.gangway.ledger.worker.ClaimTeller;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Tells how far a task is while it is worked on: images as they are done, and how much of the search for others is behind. Once a second is
 * enough.
 */
public final class TaskProgress {

    private static final Duration INTERVAL = Duration.ofSeconds(1);

    private final Consumer<Progress> teller;
    private final InstantSource clock;
    private final int total;
    private final long steps;
    private Instant toldAt;
    private Progress told;
    private int done;
    private int failed;
    private int searched;
    private int doneBefore;
    private double share;

    /**
     * The progress of a task of which nothing is done yet.
     *
     * @param teller is told; throws {@link ClaimLostException} when the task is another worker's by now
     * @param total how many images it has
     * @param settings how long they are searched for
     */
    public TaskProgress(Consumer<Progress> teller, InstantSource clock, int total, CompletionSettings settings) {
        this.teller = teller;
        this.clock = clock;
        this.total = total;
        this.steps = (long) settings.steps() * (settings.starts() == null ? 1 : settings.starts());
        this.toldAt = clock.instant();
    }

    /** How far {@code task} with so many images is. */
    public static TaskProgress of(CompletionTask.CompleteImages task, ClaimTeller teller) {
        return of(teller, task.images().count(), task.settings());
    }

    /** How far {@code task} with so many pictures is. */
    public static TaskProgress of(CompletionTask.CompletePictures task, ClaimTeller teller) {
        return of(teller, task.pictures().count(), task.settings());
    }

    private static TaskProgress of(ClaimTeller teller, int total, CompletionSettings settings) {
        return new TaskProgress(
                progress ->
                        teller.tellIfPossible(List.of(new JobEvent.Progressed(teller.origin(teller.now()), progress))),
                teller::now,
                total,
                settings);
    }

    /**
     * Follows the search for images that are completed together.
     *
     * @param stop is asked before each step of the search
     * @return to be asked in its place
     */
    public BooleanSupplier searching(int images, BooleanSupplier stop) {
        searched = images;
        doneBefore = done;
        share = 0;
        long[] asked = {0};
        return () -> {
            share = Math.min(1.0, (double) asked[0] / steps);
            asked[0]++;
            return stop.getAsBoolean() || isLostWhileTelling();
        };
    }

    /** So many images are done with, of which so many could not be completed. */
    public void done(int images, int failedImages) {
        done = images;
        failed = failedImages;
        tellInTime();
    }

    /** The images that were completed together are done with: tells it at once. */
    public void batchDone() {
        searched = 0;
        tell();
    }

    private boolean isLostWhileTelling() {
        try {
            tellInTime();
            return false;
        } catch (ClaimLostException e) {
            return true;
        }
    }

    private void tellInTime() {
        if (!clock.instant().isBefore(toldAt.plus(INTERVAL))) {
            tell();
        }
    }

    private void tell() {
        Progress progress = new Progress.Completion(done, total, failed, underWay(), null);
        if (!progress.equals(told)) {
            toldAt = clock.instant();
            told = progress;
            teller.accept(progress);
        }
    }

    /** Images' worth of work that is begun and not done; null when nothing is. */
    private Double underWay() {
        double begun = searched * share - (done - doneBefore);
        return begun > 0 ? (Double) begun : null;
    }
}
