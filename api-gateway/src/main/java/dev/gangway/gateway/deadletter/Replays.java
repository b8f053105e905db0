package dev.gangway.gateway.deadletter;

import dev.gangway.contracts.Topics;
import dev.gangway.gateway.job.Cursor;
import dev.gangway.gateway.job.RefusedException;
import dev.gangway.gateway.job.ReplayTally;
import dev.gangway.gateway.messaging.BrokerChannel;
import dev.gangway.gateway.persistence.ReplayRepository;
import dev.gangway.gateway.text.ReceivedValue;
import dev.gangway.ledger.broker.MessageHeaders;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.ApiException;
import org.apache.kafka.common.errors.RetriableException;
import org.jboss.logging.Logger;

/**
 * Sends dead letters to their topics again, as they first came. Those who read them bear it: what was sent twice, or too
 * late, is dropped there like any other repetition.
 */
@ApplicationScoped
public class Replays {

    private static final Logger LOG = Logger.getLogger(Replays.class);
    private static final int PORTION = 50;
    private static final int AT_ONCE = 1_000;
    private static final long ACKNOWLEDGEMENT_SECONDS = 30;
    private static final Set<String> TOPICS = Topics.all().stream()
            .map(Topics.Topic::name)
            .filter(name -> !name.equals(Topics.DEAD_LETTERS))
            .collect(Collectors.toSet());

    private final DeadLetterTopic topic;
    private final BrokerChannel broker;
    private final ReplayRepository replays;
    private final InstantSource clock;

    Replays(DeadLetterTopic topic, BrokerChannel broker, ReplayRepository replays, InstantSource clock) {
        this.topic = topic;
        this.broker = broker;
        this.replays = replays;
        this.clock = clock;
    }

    /** How often those of the dead letters at {@code offsets} that were sent again were. */
    public Map<Long, ReplayTally> tallies(Collection<Long> offsets) {
        return QuarkusTransaction.requiringNew().call(() -> replays.tallies(offsets));
    }

    /**
     * Sends one dead letter, and returns when the broker has it.
     *
     * @throws RefusedException when there is none at {@code offset}, it came from no topic of Gangway's, is not whole, or is not taken there
     */
    public Replayed replay(long offset) {
        ConsumerRecord<byte[], byte[]> found =
                topic.read(reading -> reading.at(offset)).orElseThrow(() -> DeadLetterLog.unknown(offset));
        String to = origin(found)
                .orElseThrow(() ->
                        refused(offset, "dead-letter-without-origin", "came from no topic that it could be sent to"));
        if (isCut(found)) {
            throw refused(offset, "dead-letter-cut", "is only the beginning of a record that was too large");
        }
        ReplayTally before = tallies(List.of(offset)).getOrDefault(offset, ReplayTally.NONE);
        return new Replayed(offset, to, send(found, to), before);
    }

    /**
     * Sends the dead letters that fit, the oldest first, up to a thousand at once. What is put aside meanwhile is left.
     *
     * @param again whether those are sent, too, that were sent before
     * @param from where an earlier call ended
     */
    public ReplayedMany replay(DeadLetterFilter filter, boolean again, Optional<Cursor> from) {
        return topic.read(reading -> replay(reading, filter, again, from));
    }

    private ReplayedMany replay(
            DeadLetterReading reading, DeadLetterFilter filter, boolean again, Optional<Cursor> from) {
        Unread all = reading.everything(Order.OLDEST);
        Unread unread = from.map(cursor -> all.behind(cursor.withParts(1).part(0, ReceivedValue::number)))
                .orElse(all);
        Tally tally = new Tally();
        while (tally.sent.size() < AT_ONCE && !unread.isEmpty() && reading.hasTime()) {
            List<ConsumerRecord<byte[], byte[]>> fitting = new ArrayList<>();
            reading.each(unread.portion(PORTION), found -> {
                if (filter.fits(DeadLetter.of(found, 0))) {
                    fitting.add(found);
                }
            });
            send(fitting, again, tally);
            unread = unread.rest(PORTION);
        }
        return new ReplayedMany(
                tally.sent, tally.skipped, tally.refused, unread.isEmpty() ? null : Cursor.of(unread.cursor()));
    }

    private void send(List<ConsumerRecord<byte[], byte[]>> fitting, boolean again, Tally tally) {
        Map<Long, ReplayTally> before = again
                ? Map.of()
                : tallies(fitting.stream().map(ConsumerRecord::offset).toList());
        for (ConsumerRecord<byte[], byte[]> found : fitting) {
            Optional<String> to = origin(found);
            if (before.containsKey(found.offset())) {
                tally.skipped.add(found.offset());
            } else if (to.isEmpty() || isCut(found) || !isTaken(found, to.get())) {
                tally.refused.add(found.offset());
            } else {
                tally.sent.add(found.offset());
            }
        }
    }

    private boolean isTaken(ConsumerRecord<byte[], byte[]> found, String to) {
        try {
            send(found, to);
            return true;
        } catch (RefusedException e) {
            LOG.warnf("deadLetter=%d %s", found.offset(), e.getMessage());
            return false;
        }
    }

    private static RefusedException refused(long offset, String code, String why) {
        return RefusedException.unprocessable(code, "the dead letter at offset " + offset + " " + why, List.of());
    }

    private static boolean isCut(ConsumerRecord<byte[], byte[]> found) {
        return found.headers().lastHeader(MessageHeaders.CUT) != null;
    }

    private static Optional<String> origin(ConsumerRecord<byte[], byte[]> found) {
        return Optional.ofNullable(DeadLetter.of(found, 0).origin().topic()).filter(TOPICS::contains);
    }

    /** Noted behind the acknowledgement: a replay that nobody noted is better than a note without one. */
    private Instant send(ConsumerRecord<byte[], byte[]> found, String to) {
        try {
            broker.send(to, found.key(), MessageHeaders.ofReplay(found), found.value())
                    .toCompletableFuture()
                    .get(ACKNOWLEDGEMENT_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof ApiException answer && !(answer instanceof RetriableException)) {
                throw refused(
                        found.offset(), "dead-letter-not-taken", "is not taken by " + to + ": " + answer.getMessage());
            }
            throw new BrokerUnavailableException("the broker does not take the dead letter back", e);
        } catch (TimeoutException e) {
            throw new BrokerUnavailableException("the broker does not take the dead letter back", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BrokerUnavailableException("interrupted while sending a dead letter again", e);
        }
        Instant now = clock.instant();
        QuarkusTransaction.requiringNew().run(() -> replays.add(found.offset(), to, now));
        LOG.infof("topic=%s deadLetter=%d is sent again", to, found.offset());
        return now;
    }

    /** What has become of those that were to be sent. */
    private static final class Tally {

        private final List<Long> sent = new ArrayList<>();
        private final List<Long> skipped = new ArrayList<>();
        private final List<Long> refused = new ArrayList<>();
    }
}
