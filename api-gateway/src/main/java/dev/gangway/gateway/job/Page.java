package dev.gangway.gateway.job;

import java.util.List;
import java.util.function.Function;

/**
 * A page of a list.
 *
 * @param items what is on it
 * @param next where the next page starts; null when this is the last one
 */
public record Page<T>(List<T> items, Cursor next) {

    public Page {
        items = List.copyOf(items);
    }

    /** Makes a page of at most {@code limit} items out of one more than that, which tells whether another page follows. */
    public static <T> Page<T> of(List<T> found, int limit, Function<T, Cursor> cursor) {
        if (found.size() <= limit) {
            return new Page<>(found, null);
        }
        return new Page<>(found.subList(0, limit), cursor.apply(found.get(limit - 1)));
    }

    /** The page with each item translated. */
    public <R> Page<R> map(Function<? super T, R> translation) {
        return new Page<>(items.stream().<R>map(translation).toList(), next);
    }
}
