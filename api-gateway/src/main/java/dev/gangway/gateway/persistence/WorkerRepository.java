package dev.gangway.gateway.persistence;

import dev.gangway.contracts.job.JobKind;
import dev.gangway.contracts.worker.WorkerHeartbeat;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;

/** The workers' latest signs of life. */
@ApplicationScoped
public class WorkerRepository implements PanacheRepositoryBase<WorkerEntity, String> {

    /**
     * Notes a sign of life unless a later one is known.
     *
     * @param now a worker whose clock is ahead is not heard of later than this
     */
    public void put(WorkerHeartbeat heartbeat, Instant now) {
        WorkerEntity row = WorkerEntity.of(heartbeat);
        row.seenAt = row.seenAt.isAfter(now) ? now : row.seenAt;
        WorkerEntity known = findById(row.name);
        if (known == null || !known.seenAt.isAfter(row.seenAt)) {
            getEntityManager().merge(row);
        }
    }

    /** Forgets a worker that took its leave. */
    public void remove(String worker) {
        delete("name", worker);
    }

    /** The workers, by name. */
    public List<WorkerHeartbeat> all() {
        return list("order by name").stream().map(WorkerEntity::toHeartbeat).toList();
    }

    /** Whether any worker of a kind was heard of after {@code time}. */
    public boolean anyHeardAfter(JobKind kind, Instant time) {
        return count("kind = ?1 and seenAt > ?2", kind, time) > 0;
    }

    /** Forgets the workers that nobody has heard of since {@code time}. */
    public long deleteUnseenSince(Instant time) {
        return delete("seenAt < ?1", time);
    }
}
