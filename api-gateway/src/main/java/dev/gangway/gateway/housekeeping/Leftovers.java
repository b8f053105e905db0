package dev.gangway.gateway.housekeeping;

import java.time.Instant;
import java.util.function.ToLongFunction;

/**
 * Rows that nobody asks for any more after a while.
 *
 * @param name what they are, for the log
 * @param drop deletes those that are too old at a moment, as part of the transaction at hand, and tells how many these were
 */
record Leftovers(String name, ToLongFunction<Instant> drop) {}
