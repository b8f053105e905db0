package dev.gangway.gateway.deadletter;

import dev.gangway.gateway.job.Cursor;
import dev.gangway.gateway.job.Page;
import dev.gangway.gateway.job.RefusedException;
import dev.gangway.gateway.job.Slice;
import dev.gangway.gateway.text.ReceivedValue;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Shows the dead letters. */
@ApplicationScoped
public class DeadLetterLog {

    private static final int PORTION = 500;
    private static final int EXCERPT_BYTES = 2_048;
    private static final int BODY_BYTES = 1 << 20;

    private final DeadLetterTopic topic;

    DeadLetterLog(DeadLetterTopic topic) {
        this.topic = topic;
    }

    /**
     * Dead letters with the beginnings of their bodies. A page whose filter lets little through may hold fewer than asked
     * for, and still be followed by another: looking takes a bounded time.
     */
    public Page<DeadLetter> page(DeadLetterFilter filter, Order order, Slice slice) {
        return topic.read(reading -> page(reading, filter, order, slice));
    }

    private static Page<DeadLetter> page(DeadLetterReading reading, DeadLetterFilter filter, Order order, Slice slice) {
        Unread all = reading.everything(order);
        Unread unread = slice.after()
                .map(last -> all.behind(last.withParts(1).part(0, ReceivedValue::number)))
                .orElse(all);
        List<DeadLetter> found = new ArrayList<>();
        while (found.size() <= slice.limit() && !unread.isEmpty() && reading.hasTime()) {
            found.addAll(fitting(reading, unread.portion(PORTION), filter));
            unread = unread.rest(PORTION);
        }
        if (found.size() <= slice.limit() && !unread.isEmpty()) {
            return new Page<>(found, Cursor.of(unread.cursor()));
        }
        return Page.of(found, slice.limit(), last -> Cursor.of(all.cursorBehind(last.offset())));
    }

    private static List<DeadLetter> fitting(DeadLetterReading reading, Unread portion, DeadLetterFilter filter) {
        List<DeadLetter> fitting = new ArrayList<>();
        reading.each(portion, found -> {
            DeadLetter letter = DeadLetter.of(found, EXCERPT_BYTES);
            if (filter.fits(letter)) {
                fitting.add(letter);
            }
        });
        if (portion.order() == Order.NEWEST) {
            Collections.reverse(fitting);
        }
        return fitting;
    }

    /** One dead letter with its body, or the first mebibyte of it. */
    public DeadLetter find(long offset) {
        return topic.read(reading -> reading.at(offset))
                .map(found -> DeadLetter.of(found, BODY_BYTES))
                .orElseThrow(() -> unknown(offset));
    }

    static RefusedException unknown(long offset) {
        return RefusedException.notFound("unknown-dead-letter", "no dead letter lies at offset " + offset + " now");
    }
}
