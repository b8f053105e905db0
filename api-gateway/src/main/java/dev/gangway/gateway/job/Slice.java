package dev.gangway.gateway.job;

import dev.gangway.gateway.text.PageLimit;
import java.util.Optional;

/**
 * Which part of a list is asked for.
 *
 * @param limit how many items at most
 * @param cursor the cursor of the page before; null for the first page
 */
public record Slice(int limit, Cursor cursor) {

    /** The part that a client asks for; of the usual size, and the first, unless it says otherwise. */
    public static Slice of(PageLimit limit, Cursor cursor) {
        return new Slice((limit == null ? PageLimit.USUAL : limit).items(), cursor);
    }

    /** Where the page starts; empty for the first page. */
    public Optional<Cursor> after() {
        return Optional.ofNullable(cursor);
    }
}
