package dev.gangway.gateway.persistence;

import dev.gangway.gateway.job.ReplayTally;
import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which dead letters were sent to their topics again, and when. */
@ApplicationScoped
public class ReplayRepository implements PanacheRepository<ReplayEntity> {

    /** Notes that the dead letter at {@code offset} was sent to {@code topic} again. */
    public void add(long offset, String topic, Instant at) {
        ReplayEntity row = new ReplayEntity();
        row.deadLetter = offset;
        row.topic = topic;
        row.replayedAt = at;
        persist(row);
    }

    /** How often those of the dead letters at {@code offsets} that were sent again were. */
    public Map<Long, ReplayTally> tallies(Collection<Long> offsets) {
        if (offsets.isEmpty()) {
            return Map.of();
        }
        Stream<Object[]> rows = getEntityManager()
                .createQuery(
                        "select deadLetter, count(*), max(replayedAt) from ReplayEntity"
                                + " where deadLetter in :offsets group by deadLetter",
                        Object[].class)
                .setParameter("offsets", offsets)
                .getResultStream();
        return rows.collect(
                Collectors.toMap(row -> (Long) row[0], row -> new ReplayTally((Long) row[1], (Instant) row[2])));
    }

    /** Forgets what was sent again before {@code time}. */
    public long deleteOlderThan(Instant time) {
        return delete("replayedAt < ?1", time);
    }
}
