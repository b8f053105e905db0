package dev.gangway.completion.picture;

import dev.gangway.artifacts.image.Filling;
import dev.gangway.artifacts.image.PictureSamples;
import dev.gangway.artifacts.image.PixelImage;
import dev.gangway.completion.judgement.JudgedPart;
import dev.gangway.completion.task.TaskRefusedException;
import dev.gangway.contracts.completion.CompletionTask.CompletePictures;
import dev.gangway.evaluation.Ssim;
import dev.gangway.ledger.worker.StopSignal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Fills a picture's missing pixels with what the networks made of its squares, stores it and judges it. */
final class PictureFinish {

    private final CompletePictures task;
    private final PictureOpener opener;
    private final Filling filling;
    private final PictureParts parts;
    private final PictureJudge judge;
    private final PictureAttempts attempts;
    private final FinishedPictures finished;

    PictureFinish(
            CompletePictures task,
            PictureOpener opener,
            Filling filling,
            PictureParts parts,
            PictureJudge judge,
            PictureAttempts attempts,
            FinishedPictures finished) {
        this.task = task;
        this.opener = opener;
        this.filling = filling;
        this.parts = parts;
        this.judge = judge;
        this.attempts = attempts;
        this.finished = finished;
    }

    /** Brings a picture to its outcome; false when it was stopped. */
    boolean of(SearchedPicture searched, StopSignal stop) throws TaskRefusedException {
        Optional<FilledPicture> filled = attempts.of(searched.source(), () -> filled(searched));
        return filled.isEmpty() || judged(searched, filled.get(), stop);
    }

    private FilledPicture filled(SearchedPicture searched) throws UnusablePictureException, TaskRefusedException {
        if (!searched.isFinite()) {
            throw new UnusablePictureException("diverged", "the search's losses are no numbers any more", null);
        }
        OpenedPicture opened = opener.open(searched.source());
        PictureSamples whole = opened.filling().from(opened.framed().filled(searched.completed(), filling));
        parts.putPicture(task, searched.source().number(), opened.original(), whole);
        return new FilledPicture(opened.missing(), opened.framed().frames(), whole.rgb(), opened.notes());
    }

    /** The picture is there by now: figures that cannot be computed take nothing from it. */
    private boolean judged(SearchedPicture searched, FilledPicture filled, StopSignal stop)
            throws TaskRefusedException {
        NumberedPicture picture = searched.source();
        List<String> notes = new ArrayList<>(filled.notes());
        addBlind(notes, searched);
        addFine(notes, searched, filled);
        if (picture.picture().truth() != null && filled.isDamaged()) {
            Optional<Optional<JudgedPart>> figures = attempts.of(
                    picture,
                    () -> judge.judge(
                            task, picture.number(), opener.truth(picture.picture(), filled.mask()), filled, stop),
                    fault -> notes.add("It has no figures: " + fault.reason() + "."));
            if (figures.isPresent() && figures.get().isEmpty()) {
                return false;
            }
            figures.flatMap(judged -> judged).ifPresent(finished::add);
            addUndefined(notes, filled.whole());
        }
        finished.add(filled.completed(picture, notes));
        return true;
    }

    private static void addBlind(List<String> notes, SearchedPicture searched) {
        if (searched.withoutContext() > 0) {
            notes.add(String.format(
                    Locale.ROOT,
                    "In %d of its %d squares nothing is visible at the networks' size: what is missing there was completed without context.",
                    searched.withoutContext(),
                    searched.prepared().squares().size()));
        }
    }

    private static void addFine(List<String> notes, SearchedPicture searched, FilledPicture filled) {
        if (filled.isDamaged() && searched.withoutHole() > 0) {
            notes.add(String.format(
                    Locale.ROOT,
                    "In %d of its %d squares what is missing is finer than the networks see:"
                            + " it was filled with the colours around it.",
                    searched.withoutHole(),
                    searched.prepared().squares().size()));
        }
    }

    private static void addUndefined(List<String> notes, PixelImage whole) {
        if (!Ssim.isDefinedFor(whole.height(), whole.width())) {
            notes.add("SSIM is undefined: it needs 11 pixels in both directions.");
        }
    }
}
