package dev.gangway.gateway.deadletter;

/**
 * A stretch of offsets that is read portion by portion, from one of its ends.
 *
 * @param order which end comes first
 * @param from its first offset
 * @param to the offset behind its last
 */
record Unread(Order order, long from, long to) {

    /** What is left of it behind a cursor that {@link #cursor()} or {@link #cursorBehind(long)} gave. */
    Unread behind(long cursor) {
        return order == Order.NEWEST
                ? new Unread(order, from, Math.min(to, cursor))
                : new Unread(order, Math.max(from, cursor), to);
    }

    boolean isEmpty() {
        return from >= to;
    }

    /** The next portion, of at most {@code size} offsets. */
    Unread portion(int size) {
        return order == Order.NEWEST
                ? new Unread(order, Math.max(from, to - size), to)
                : new Unread(order, from, Math.min(to, from + size));
    }

    /** What is left when the next portion has been read. */
    Unread rest(int size) {
        Unread portion = portion(size);
        return order == Order.NEWEST ? new Unread(order, from, portion.from) : new Unread(order, portion.to, to);
    }

    long cursor() {
        return order == Order.NEWEST ? to : from;
    }

    long cursorBehind(long offset) {
        return order == Order.NEWEST ? offset : offset + 1;
    }
}
