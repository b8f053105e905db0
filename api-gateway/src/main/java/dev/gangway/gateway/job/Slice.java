package dev.gangway.gateway.job;

import java.util.Optional;

/**
 * Which part of a list is asked for.
 *
 * @param limit how many items at most
 * @param cursor the cursor of the page before; null for the first page
 */
public record Slice(int limit, Cursor cursor) {

    /** Where the page starts; empty for the first page. */
    public Optional<Cursor> after() {
        return Optional.ofNullable(cursor);
    }
}
