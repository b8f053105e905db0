package dev.gangway.gateway.persistence;

import dev.gangway.contracts.job.JobId;
import dev.gangway.contracts.job.TeamId;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;

/** Submissions that clients may repeat. */
@ApplicationScoped
public class IdempotencyKeyRepository implements PanacheRepositoryBase<IdempotencyKeyEntity, IdempotencyKeyEntity.Key> {

    /**
     * What was submitted under a key.
     *
     * @param digest the digest of the request
     * @param job the job that it became
     */
    public record Noted(String digest, JobId job) {}

    /**
     * Takes {@code key} for {@code submission}, unless it is taken. Waits while another transaction is about to take it.
     *
     * @return the submission that had taken it before
     */
    public Optional<Noted> take(TeamId team, String key, Noted submission, Instant now) {
        int taken = getEntityManager()
                .createNativeQuery("INSERT INTO idempotency_key (team, key, digest, job, created_at)"
                        + " VALUES (:team, :key, :digest, :job, :now) ON CONFLICT DO NOTHING")
                .setParameter("team", team.value())
                .setParameter("key", key)
                .setParameter("digest", submission.digest())
                .setParameter("job", submission.job().value())
                .setParameter("now", now)
                .executeUpdate();
        if (taken == 1) {
            return Optional.empty();
        }
        return find("team = ?1 and key = ?2", team.value(), key)
                .firstResultOptional()
                .map(IdempotencyKeyRepository::noted);
    }

    /** What was submitted under {@code key} at {@code since} or later. */
    public Optional<Noted> find(TeamId team, String key, Instant since) {
        return find("team = ?1 and key = ?2 and createdAt >= ?3", team.value(), key, since)
                .firstResultOptional()
                .map(IdempotencyKeyRepository::noted);
    }

    private static Noted noted(IdempotencyKeyEntity row) {
        return new Noted(row.digest, new JobId(row.job));
    }

    /** Forgets {@code key} if it was taken before {@code time}. */
    public void delete(TeamId team, String key, Instant time) {
        delete("team = ?1 and key = ?2 and createdAt < ?3", team.value(), key, time);
    }

    /** Forgets the keys that were taken before {@code time}. */
    public long deleteOlderThan(Instant time) {
        return delete("createdAt < ?1", time);
    }
}
