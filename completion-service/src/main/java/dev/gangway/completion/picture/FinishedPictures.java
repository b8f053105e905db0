package dev.gangway.completion.picture;

import dev.gangway.completion.judgement.JudgedPart;
import dev.gangway.completion.task.TaskProgress;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What has become of a task's pictures so far. */
final class FinishedPictures {

    private final List<PictureOutcome> outcomes = new ArrayList<>();
    private final List<JudgedPart> judged = new ArrayList<>();
    private final Optional<TaskProgress> progress;

    /** What becomes of pictures of which nobody is told. */
    FinishedPictures() {
        this.progress = Optional.empty();
    }

    /** What becomes of the pictures of a task. */
    FinishedPictures(TaskProgress progress) {
        this.progress = Optional.of(progress);
    }

    /** Notes what became of a picture, and tells that it is done with. */
    void add(PictureOutcome outcome) {
        outcomes.add(outcome);
        progress.ifPresent(task -> task.done(done(), refused()));
    }

    void add(JudgedPart figures) {
        judged.add(figures);
    }

    /** What became of each, in the order of their numbers. */
    List<PictureOutcome> outcomes() {
        return outcomes.stream()
                .sorted(Comparator.comparingInt(PictureOutcome::picture))
                .toList();
    }

    /** The figures of those whose truth is known; nothing when there is none. */
    Optional<JudgedPart> figures() {
        return judged.isEmpty() ? Optional.empty() : Optional.of(JudgedPart.joined(judged));
    }

    int done() {
        return outcomes.size();
    }

    int refused() {
        return (int) outcomes.stream()
                .filter(PictureOutcome.Refused.class::isInstance)
                .count();
    }
}
