package dev.gangway.completion.picture;

import dev.gangway.completion.network.ImageCompleter;
import dev.gangway.completion.network.ImageCompleter.Completed;
import dev.gangway.completion.task.Failures;
import dev.gangway.completion.task.TaskProgress;
import dev.gangway.completion.task.TaskRefusedException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/** Has the networks complete pictures' squares, together as long as that goes well, and one picture after the other when it does not. */
final class PictureSearch {

    private final ImageCompleter completer;
    private final BooleanSupplier stop;
    private final PictureAttempts attempts;
    private final TaskProgress progress;

    PictureSearch(ImageCompleter completer, BooleanSupplier stop, PictureAttempts attempts, TaskProgress progress) {
        this.progress = progress;
        this.completer = completer;
        this.stop = stop;
        this.attempts = attempts;
    }

    /** What the networks made of each picture that was not at fault; nothing when it was stopped. */
    Optional<List<SearchedPicture>> of(List<PreparedPicture> pictures) throws TaskRefusedException {
        if (pictures.isEmpty()) {
            return Optional.of(List.of());
        }
        try {
            return together(pictures);
        } catch (RuntimeException e) {
            if (!Failures.isUnforeseen(e)) {
                throw e;
            }
            return oneByOne(pictures);
        }
    }

    private Optional<List<SearchedPicture>> oneByOne(List<PreparedPicture> pictures) throws TaskRefusedException {
        List<SearchedPicture> searched = new ArrayList<>();
        for (PreparedPicture picture : pictures) {
            attempts.of(picture.source(), () -> together(List.of(picture)))
                    .flatMap(found -> found)
                    .ifPresent(searched::addAll);
            if (stop.getAsBoolean()) {
                return Optional.empty();
            }
        }
        return Optional.of(searched);
    }

    private Optional<List<SearchedPicture>> together(List<PreparedPicture> pictures) {
        Optional<List<Completed>> completed = completer.complete(
                pictures.stream().map(PreparedPicture::input).toList(),
                pictures.stream().map(PreparedPicture::mask).toList(),
                pictures.stream().mapToInt(picture -> picture.source().number()).toArray(),
                progress.searching(pictures.size(), stop));
        return completed.map(all -> IntStream.range(0, all.size())
                .mapToObj(i -> new SearchedPicture(pictures.get(i).source(), all.get(i)))
                .toList());
    }
}
