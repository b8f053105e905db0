package dev.gangway.gateway.repetition;

import dev.gangway.gateway.persistence.Seals;
import dev.gangway.gateway.repetition.RequestKeys.Lease;
import dev.gangway.gateway.repetition.Reservation.Answered;
import dev.gangway.gateway.repetition.Reservation.InProgress;
import dev.gangway.gateway.repetition.Reservation.OtherRequest;
import dev.gangway.gateway.repetition.Reservation.Taken;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.hibernate.Session;
import org.hibernate.query.MutationQuery;

/**
 * The rows of {@code idempotent_request}; each change is a transaction of its own, beside that of the request. Answers are sealed: secrets
 * and signed addresses stand in them.
 */
@ApplicationScoped
public class ReservationRows {

    private static final String TAKE = """
            INSERT INTO idempotent_request AS known
                (team, key, attempt, target, digest, reserved_until, created_at)
            VALUES (:team, :key, :attempt, :target, cast(:digest AS text), :until, :now)
            ON CONFLICT (team, key) DO UPDATE SET attempt = excluded.attempt, target = excluded.target,
                digest = excluded.digest, reserved_until = excluded.reserved_until, created_at = excluded.created_at,
                status = NULL, location = NULL, body = NULL
            WHERE (known.status IS NULL AND known.reserved_until <= :now)
                OR (known.status IS NOT NULL AND known.created_at < :keptSince)
            """;

    private static final String OWN = " WHERE team = :team AND key = :key AND attempt = :attempt AND status IS NULL";

    private final Session database;
    private final Seals seals;

    ReservationRows(Session database, Seals seals) {
        this.database = database;
        this.seals = seals;
    }

    /** Takes the key if it is free, its reservation ran out or its answer is too old; tells whether it did. */
    boolean take(Taken wish, Optional<String> digest, Lease lease) {
        return update(() -> database.createNativeMutationQuery(TAKE)
                        .setParameter("team", wish.request().team().value())
                        .setParameter("key", wish.request().key())
                        .setParameter("attempt", wish.attempt())
                        .setParameter("target", wish.request().target())
                        .setParameter("digest", digest.orElse(null))
                        .setParameter("until", lease.until())
                        .setParameter("now", lease.now())
                        .setParameter("keptSince", lease.keptSince())
                        .executeUpdate())
                == 1;
    }

    /** What the key is taken for; empty when it has just been freed. */
    Optional<Reservation> find(KeyedRequest request, Optional<String> digest) {
        return QuarkusTransaction.requiringNew()
                .call(() -> rows(request).stream().findFirst().map(row -> reservation(row, request, digest)));
    }

    private List<Tuple> rows(KeyedRequest request) {
        return database.createNativeQuery(
                        "SELECT target, digest, status, location, body FROM idempotent_request"
                                + " WHERE team = :team AND key = :key",
                        Tuple.class)
                .setParameter("team", request.team().value())
                .setParameter("key", request.key())
                .getResultList();
    }

    private Reservation reservation(Tuple row, KeyedRequest request, Optional<String> digest) {
        String known = row.get("digest", String.class);
        boolean otherBody = known != null && digest.isPresent() && !known.equals(digest.get());
        if (otherBody || !request.target().equals(row.get("target", String.class))) {
            return new OtherRequest();
        }
        Integer status = row.get("status", Integer.class);
        return status == null
                ? new InProgress()
                : new Answered(known, new Answer(status, row.get("location", String.class), body(row, request)));
    }

    private byte[] body(Tuple row, KeyedRequest request) {
        byte[] kept = row.get("body", byte[].class);
        return kept == null || isPlain(kept) ? kept : seals.open(owner(request), kept);
    }

    /** Answers from before they were sealed are JSON; a seal begins with its key's id, in hexadecimal digits. */
    private static boolean isPlain(byte[] kept) {
        return kept.length == 0 || kept[0] == '{' || kept[0] == '[';
    }

    private static String owner(KeyedRequest request) {
        return "the answer under the key " + request.key() + " of " + request.team();
    }

    void keep(Taken taken, String digest, Answer answer) {
        update(() -> own(
                        "UPDATE idempotent_request SET digest = :digest, status = :status,"
                                + " location = cast(:location AS text), body = cast(:body AS bytea)" + OWN,
                        taken)
                .setParameter("digest", digest)
                .setParameter("status", answer.status())
                .setParameter("location", answer.location())
                .setParameter("body", answer.body() == null ? null : seals.seal(owner(taken.request()), answer.body()))
                .executeUpdate());
    }

    void free(Taken taken) {
        update(() -> own("DELETE FROM idempotent_request" + OWN, taken).executeUpdate());
    }

    void renew(Collection<UUID> attempts, Instant until) {
        update(() -> database.createNativeMutationQuery("UPDATE idempotent_request SET reserved_until = :until"
                        + " WHERE attempt IN (:attempts) AND status IS NULL")
                .setParameterList("attempts", attempts)
                .setParameter("until", until)
                .executeUpdate());
    }

    /** Forgets the requests that came before {@code time} and are not worked on. */
    public long deleteOlderThan(Instant time, Instant now) {
        return update(() -> database.createNativeMutationQuery("DELETE FROM idempotent_request WHERE created_at < :time"
                        + " AND (status IS NOT NULL OR reserved_until < :now)")
                .setParameter("time", time)
                .setParameter("now", now)
                .executeUpdate());
    }

    private MutationQuery own(String sql, Taken taken) {
        return database.createNativeMutationQuery(sql)
                .setParameter("team", taken.request().team().value())
                .setParameter("key", taken.request().key())
                .setParameter("attempt", taken.attempt());
    }

    private static int update(Callable<Integer> statement) {
        return QuarkusTransaction.requiringNew().call(statement);
    }
}
