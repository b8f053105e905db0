package dev.gangway.completion.picture;

import dev.gangway.completion.network.ImageCompleter;
import dev.gangway.completion.network.ImageCompleter.Completed;
import dev.gangway.completion.network.PixelLayout;
import dev.gangway.completion.task.Failures;
import dev.gangway.completion.task.TaskProgress;
import dev.gangway.completion.task.TaskRefusedException;
import dev.gangway.evaluation.RgbImage;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

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
        } catch (OutOfMemoryError | StackOverflowError e) {
            if (!PictureFault.isOfTheWork(e)) {
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
        List<SearchedSquare> squares = new ArrayList<>();
        for (PreparedPicture picture : pictures) {
            for (int square = 0; square < picture.squares().size(); square++) {
                long seed = completer.seedOf(picture.source().number(), square);
                squares.add(new SearchedSquare(picture.squares().get(square), seed));
            }
        }
        return completed(squares, progress.searching(pictures.size(), stop)).map(all -> byPicture(pictures, all));
    }

    /** All squares in their order: those that show anything are searched for in one batch, and draws stand for the others. */
    private Optional<List<Completed>> completed(List<SearchedSquare> squares, BooleanSupplier asked) {
        List<SearchedSquare> seeing =
                squares.stream().filter(SearchedSquare::hasContext).toList();
        Optional<List<Completed>> found = seeing.isEmpty() ? Optional.of(List.of()) : searched(seeing, asked);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        Iterator<Completed> searched = found.get().iterator();
        Iterator<RgbImage> drawn = drawn(squares).iterator();
        List<Completed> completed = new ArrayList<>();
        for (SearchedSquare square : squares) {
            completed.add(square.hasContext() ? searched.next() : new Completed(drawn.next(), true));
        }
        return Optional.of(completed);
    }

    private Optional<List<Completed>> searched(List<SearchedSquare> squares, BooleanSupplier asked) {
        return completer.complete(
                squares.stream().map(SearchedSquare::input).toList(),
                squares.stream().map(SearchedSquare::mask).toList(),
                squares.stream().mapToLong(SearchedSquare::seed).toArray(),
                asked);
    }

    private List<RgbImage> drawn(List<SearchedSquare> squares) {
        long[] seeds = squares.stream()
                .filter(square -> !square.hasContext())
                .mapToLong(SearchedSquare::seed)
                .toArray();
        return seeds.length == 0 ? List.of() : completer.drawn(seeds);
    }

    private static List<SearchedPicture> byPicture(List<PreparedPicture> pictures, List<Completed> squares) {
        List<SearchedPicture> searched = new ArrayList<>();
        int from = 0;
        for (PreparedPicture picture : pictures) {
            List<Completed> own = squares.subList(from, from + picture.squares().size());
            searched.add(new SearchedPicture(
                    picture,
                    own.stream()
                            .map(Completed::image)
                            .map(PixelLayout::pixelImage)
                            .toList(),
                    own.stream().allMatch(Completed::isFinite)));
            from += own.size();
        }
        return searched;
    }
}
