package dev.gangway.gateway.persistence;

import dev.gangway.contracts.event.JobFailure;
import dev.gangway.contracts.event.Progress;
import dev.gangway.contracts.job.JobId;
import dev.gangway.contracts.job.JobKind;
import dev.gangway.contracts.job.JobState;
import dev.gangway.gateway.job.Cursor;
import dev.gangway.gateway.job.Job;
import dev.gangway.gateway.job.JobFilter;
import dev.gangway.gateway.job.NewsCount;
import dev.gangway.gateway.job.Page;
import dev.gangway.gateway.job.Slice;
import dev.gangway.gateway.text.ReceivedValue;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The jobs. A row's state changes by {@link #changeState} alone. */
@ApplicationScoped
public class JobRepository implements PanacheRepositoryBase<JobEntity, UUID> {

    private static final String LOCK_TIMEOUT = "jakarta.persistence.lock.timeout";
    private static final int SKIP_LOCKED = -2;

    /** States as constants of the statement: a plan for any state could not use an index of the rows in one state. */
    private static final String QUEUED = "dev.gangway.contracts.job.JobState.QUEUED";

    private static final String ADMITTED = "dev.gangway.contracts.job.JobState.ADMITTED";

    /** Adds a job that was just accepted. */
    public void insert(Job job) {
        persist(JobEntity.of(job));
        flush();
    }

    /** The job, as it stands. */
    public Optional<Job> find(JobId id) {
        return find("id", id.value()).firstResultOptional().map(this::detached);
    }

    /** The job, which nobody else changes before this transaction ends. */
    public Optional<Job> lock(JobId id) {
        return find("id", id.value())
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional()
                .map(this::detached);
    }

    /** Jobs, newest first. */
    public Page<Job> page(JobFilter filter, Slice slice) {
        Conditions conditions = conditions(filter);
        slice.after()
                .map(last -> last.withParts(2))
                .ifPresent(last -> conditions.after(
                        "(createdAt, id)", last.part(0, ReceivedValue::time), last.part(1, ReceivedValue::id)));
        List<Job> found = find(conditions.where() + " order by createdAt desc, id desc", conditions.parameters())
                .range(0, slice.limit())
                .stream()
                .map(this::detached)
                .toList();
        return Page.of(found, slice.limit(), last -> Cursor.of(last.times().createdAt(), last.id()));
    }

    /** Changes the state of a job if it is still {@code from}; tells whether it was. */
    public boolean changeState(JobId id, JobState from, JobState to, Instant at) {
        return update(
                        "state = :to, updatedAt = greatest(updatedAt, :at),"
                                + " startedAt = case when :starts = true then coalesce(startedAt, :at) else startedAt end,"
                                + " endedAt = case when :ends = true then :at else endedAt end"
                                + " where id = :id and state = :from",
                        Parameters.with("id", id.value())
                                .and("from", from)
                                .and("to", to)
                                .and("at", at)
                                .and("starts", to == JobState.RUNNING)
                                .and("ends", to.isFinal()))
                == 1;
    }

    /** Keeps a queued job from being admitted before {@code notBefore}. */
    public void delay(JobId id, Instant notBefore) {
        update("notBefore = ?2 where id = ?1", id.value(), notBefore);
    }

    /** Notes how far a job has come by {@code at}. No index holds either, so that no index is written. */
    public void progress(JobId id, Progress progress, Instant at) {
        update(
                "progress = ?2, updatedAt = greatest(updatedAt, ?3) where id = ?1",
                id.value(),
                StoredJson.write(progress),
                at);
    }

    /** Notes why a job failed. */
    public void failure(JobId id, JobFailure failure) {
        update("failure = ?2 where id = ?1", id.value(), StoredJson.write(failure));
    }

    /** Notes the object that sums a job up. */
    public void result(JobId id, String key) {
        update("resultKey = ?2 where id = ?1", id.value(), key);
    }

    /** Counts the next of a job's news; the job's row stays locked until this transaction ends. */
    public long nextNews(JobId id) {
        return ((Number) getEntityManager()
                        .createNativeQuery("UPDATE job SET news = news + 1 WHERE id = :id RETURNING news", Long.class)
                        .setParameter("id", id.value())
                        .getSingleResult())
                .longValue();
    }

    /** How many news there are of each of {@code ids}; jobs that there are not are left out. */
    public Map<JobId, NewsCount> news(Collection<JobId> ids) {
        Stream<Object[]> rows = getEntityManager()
                .createQuery("select id, news, state from JobEntity where id in :ids", Object[].class)
                .setParameter("ids", ids.stream().map(JobId::value).toList())
                .getResultStream();
        return rows.collect(Collectors.toMap(
                row -> new JobId((UUID) row[0]), row -> new NewsCount((Long) row[1], ((JobState) row[2]).isFinal())));
    }

    /** Keeps other replicas from admitting jobs before this transaction ends; false when another one is at it. */
    public boolean tryLockAdmission() {
        return (Boolean) getEntityManager()
                .createNativeQuery(
                        "SELECT pg_try_advisory_xact_lock(hashtext('admission'), hashtext(current_schema()))",
                        Boolean.class)
                .getSingleResult();
    }

    /**
     * Keeps other replicas from collecting before this transaction ends; false when another one is at it. While the store is
     * searched the transaction is idle for longer than others may be.
     */
    public boolean tryLockCollection() {
        return (Boolean) getEntityManager()
                .createNativeQuery(
                        "SELECT set_config('idle_in_transaction_session_timeout', '0', true) IS NOT NULL"
                                + " AND pg_try_advisory_xact_lock(hashtext('collection'), hashtext(current_schema()))",
                        Boolean.class)
                .getSingleResult();
    }

    /**
     * When a job last used pictures under {@code folder}: {@link Instant#MAX} when one that has not ended does, empty when none
     * ever did.
     */
    public Optional<Instant> lastUseOfPictures(String folder) {
        Object[] found = (Object[]) getEntityManager()
                .createNativeQuery(
                        "SELECT count(*), count(*) FILTER (WHERE ended_at IS NULL),"
                                + " cast(extract(epoch FROM max(ended_at)) AS bigint)"
                                + " FROM job WHERE work ->> 'prefix' IS NOT NULL"
                                + " AND (starts_with(work ->> 'prefix', :folder) OR starts_with(:folder, work ->> 'prefix'))",
                        Object[].class)
                .setParameter("folder", folder)
                .getSingleResult();
        if (((Number) found[0]).longValue() == 0) {
            return Optional.empty();
        }
        boolean atWork = ((Number) found[1]).longValue() > 0;
        return Optional.of(atWork ? Instant.MAX : Instant.ofEpochSecond(((Number) found[2]).longValue()));
    }

    /** How many jobs of one task, or of several, are on their way to workers. */
    public long countAdmitted(JobKind kind, boolean oneTask) {
        return count("kind = ?1 and oneTask = ?2 and state = " + ADMITTED, kind, oneTask);
    }

    /** How many queued jobs are admitted before a queued one. */
    public long countAhead(Job job, Instant now) {
        return count(
                "kind = ?1 and oneTask = ?2 and state = " + QUEUED
                        + " and notBefore <= ?3 and (createdAt, id) < (?4, ?5)",
                job.work().kind(),
                job.work().tasks() == 1,
                now,
                job.times().createdAt(),
                job.id().value());
    }

    /**
     * The queued jobs of one task, or of several, whose time has come, oldest first, which nobody else changes before this transaction
     * ends.
     */
    public List<Job> lockAdmissible(JobKind kind, boolean oneTask, Instant now, int limit) {
        return find(
                        "kind = ?1 and oneTask = ?2 and state = " + QUEUED
                                + " and notBefore <= ?3 order by createdAt, id",
                        kind,
                        oneTask,
                        now)
                .range(0, limit - 1)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .withHint(LOCK_TIMEOUT, SKIP_LOCKED)
                .stream()
                .map(this::detached)
                .toList();
    }

    /** The jobs at work that have tasks to be sent by now, which nobody else changes before this transaction ends. */
    public List<Job> lockWithDueTasks(Instant now, int limit) {
        return find(
                        "state in ?1 and id in (select t.job from TaskEntity t"
                                + " where t.state in (dev.gangway.gateway.job.TaskState.DUE, dev.gangway.gateway.job.TaskState.SENT)"
                                + " and t.notBefore <= ?2)",
                        List.of(JobState.ADMITTED, JobState.RUNNING),
                        now)
                .range(0, limit - 1)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .withHint(LOCK_TIMEOUT, SKIP_LOCKED)
                .stream()
                .map(this::detached)
                .toList();
    }

    private static Conditions conditions(JobFilter filter) {
        Conditions conditions = new Conditions();
        conditions.add("team = :team", "team", filter.team().value());
        conditions.add("kind = :kind", "kind", filter.kind());
        conditions.add("state in :states", "states", filter.states().isEmpty() ? null : filter.states());
        conditions.add("model = :model", "model", filter.model());
        conditions.add("datasetName = :dataset", "dataset", filter.dataset());
        conditions.add("createdAt > :createdAfter", "createdAfter", filter.createdAfter());
        conditions.add("createdAt < :createdBefore", "createdBefore", filter.createdBefore());
        return conditions;
    }

    /** Detached, so that a later reading sees what updates have changed. */
    private Job detached(JobEntity row) {
        getEntityManager().detach(row);
        return row.toJob();
    }
}
