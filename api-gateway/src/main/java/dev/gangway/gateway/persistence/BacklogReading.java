package dev.gangway.gateway.persistence;

import dev.gangway.contracts.job.JobKind;
import dev.gangway.gateway.job.Backlog;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Counts what waits. Every count has an index of what waits alone, and costs as much as the queue is long. */
@ApplicationScoped
public class BacklogReading {

    private static final String JOBS = "SELECT kind, count(*) AS waiting, min(created_at) AS since"
            + " FROM job WHERE state = 'QUEUED' GROUP BY kind";
    private static final String OUTBOX = "SELECT '' AS kind, count(*) AS waiting, min(created_at) AS since FROM outbox";
    private static final String DELIVERIES = "SELECT '' AS kind, count(*) AS waiting, min(created_at) AS since"
            + " FROM webhook_delivery WHERE state = 'PENDING'";

    private final EntityManager entities;

    BacklogReading(EntityManager entities) {
        this.entities = entities;
    }

    /** What waits now; within a transaction. */
    public Backlog read() {
        Map<JobKind, Backlog.Queue> jobs = rows(JOBS).stream()
                .collect(Collectors.toMap(
                        row -> JobKind.valueOf(row.get("kind", String.class)), BacklogReading::waiting));
        return new Backlog(
                jobs, waiting(rows(OUTBOX).get(0)), waiting(rows(DELIVERIES).get(0)));
    }

    @SuppressWarnings("unchecked") // JPA's queries of tuples have no type.
    private List<Tuple> rows(String sql) {
        return entities.createNativeQuery(sql, Tuple.class).getResultList();
    }

    private static Backlog.Queue waiting(Tuple row) {
        return new Backlog.Queue(((Number) row.get("waiting")).longValue(), row.get("since", Instant.class));
    }
}
