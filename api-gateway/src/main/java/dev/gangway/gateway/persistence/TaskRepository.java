package dev.gangway.gateway.persistence;

import dev.gangway.contracts.job.JobId;
import dev.gangway.contracts.job.JobKind;
import dev.gangway.gateway.job.Task;
import dev.gangway.gateway.job.TaskState;
import dev.gangway.gateway.job.TaskTally;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The parts of jobs. A row is changed by whoever holds the lock on its job's row. */
@ApplicationScoped
public class TaskRepository implements PanacheRepositoryBase<TaskEntity, TaskEntity.Key> {

    /** Adds tasks {@code first} to {@code last} of a job; those that there are stay as they are. */
    public void insert(JobId job, int first, int last, TaskState state, Instant notBefore) {
        getEntityManager()
                .createNativeQuery("INSERT INTO task (job, number, state, not_before)"
                        + " SELECT :job, number, :state, :notBefore FROM generate_series(:first, :last) AS number"
                        + " ON CONFLICT DO NOTHING")
                .setParameter("job", job.value())
                .setParameter("first", first)
                .setParameter("last", last)
                .setParameter("state", state.name())
                .setParameter("notBefore", notBefore)
                .executeUpdate();
    }

    /** One task of a job. */
    public Optional<Task> find(JobId job, int number) {
        return find("job = ?1 and number = ?2", job.value(), number)
                .firstResultOptional()
                .map(this::detached);
    }

    /** By task of a job, the token of the newest claim that is known; 0 before the first. */
    public Map<Integer, Long> tokens(JobId job) {
        Stream<Object[]> rows = getEntityManager()
                .createQuery("select number, token from TaskEntity where job = :job", Object[].class)
                .setParameter("job", job.value())
                .getResultStream();
        return rows.collect(Collectors.toMap(row -> (Integer) row[0], row -> (Long) row[1]));
    }

    /** The first tasks of a job that wait for its admission and may be sent by {@code now}, in order. */
    public List<Task> held(JobId job, Instant now, int limit) {
        return find("job = ?1 and state = ?2 and notBefore <= ?3 order by number", job.value(), TaskState.HELD, now)
                .range(0, limit - 1)
                .stream()
                .map(this::detached)
                .toList();
    }

    /** The tasks of a job that are due by {@code now}, in order; also those that were sent and that nobody has claimed for too long. */
    public List<Task> due(JobId job, Instant now) {
        return find(
                        "job = ?1 and state in ?2 and notBefore <= ?3 order by number",
                        job.value(),
                        List.of(TaskState.DUE, TaskState.SENT),
                        now)
                .stream()
                .map(this::detached)
                .toList();
    }

    /** When the first of a job's tasks that wait for their time may be sent; empty when there is none. */
    public Optional<Instant> nextDue(JobId job) {
        return getEntityManager()
                .createQuery(
                        "select min(t.notBefore) from TaskEntity t where t.job = :job and t.state = :due",
                        Instant.class)
                .setParameter("job", job.value())
                .setParameter("due", TaskState.DUE)
                .getResultStream()
                .filter(Objects::nonNull)
                .findFirst();
    }

    /** Lets the first of a job's tasks that are still held back be sent at {@code time}, if there is any. */
    public void letNextBeSent(JobId job, Instant time) {
        update(
                "state = ?2, notBefore = ?4 where job = ?1 and state = ?3"
                        + " and number = (select min(held.number) from TaskEntity held"
                        + " where held.job = ?1 and held.state = ?3)",
                job.value(),
                TaskState.DUE,
                TaskState.HELD,
                time);
    }

    /** Notes that what is not done of an ended job is not to be done any more. */
    public void drop(JobId job) {
        update(
                "state = ?2, underWay = 0 where job = ?1 and state not in ?3",
                job.value(),
                TaskState.DROPPED,
                List.of(TaskState.DONE, TaskState.DROPPED));
    }

    /**
     * Notes that a waiting task is sent, or sent again; tells whether it still waited.
     *
     * @param again when it is to be sent again unless somebody has claimed it
     */
    public boolean sent(Task task, Instant again) {
        return update(
                        "state = ?4, attempt = ?6, notBefore = ?5" + " where job = ?1 and number = ?2 and state = ?3",
                        task.job().value(),
                        task.number(),
                        task.state(),
                        TaskState.SENT,
                        again,
                        task.nextAttempt())
                == 1;
    }

    /** The tasks of one kind that are claimed as far as is known, those of the oldest jobs first. */
    public List<Task> running(JobKind kind, int atMost) {
        return getEntityManager()
                .createQuery(
                        "select t from TaskEntity t, JobEntity j where j.id = t.job and j.kind = :kind and t.state = :running"
                                + " order by j.createdAt, t.number",
                        TaskEntity.class)
                .setParameter("kind", kind)
                .setParameter("running", TaskState.RUNNING)
                .setMaxResults(atMost)
                .getResultStream()
                .map(this::detached)
                .toList();
    }

    /** Notes that a task is claimed under {@code token}, which must be greater than any before. */
    public void claimed(Task task, long token) {
        update(
                "state = ?3, token = ?4, images = 0, failedImages = 0, underWay = 0 where job = ?1 and number = ?2 and token < ?4",
                task.job().value(),
                task.number(),
                TaskState.RUNNING,
                token);
    }

    /**
     * Notes how far a running task is.
     *
     * @param images how many images it is done with
     * @param failed how many of these could not be completed
     * @param underWay how much work is begun besides, in images
     */
    public void progressed(Task task, int images, int failed, double underWay) {
        update(
                "images = ?3, failedImages = ?4, underWay = ?5 where job = ?1 and number = ?2",
                task.job().value(),
                task.number(),
                images,
                failed,
                underWay);
    }

    /** Notes that a running task got on: its failures are those since then. */
    public void forgetFailures(Task task) {
        update("failures = 0 where job = ?1 and number = ?2", task.job().value(), task.number());
    }

    /** Notes that a running task was given back, and when it may be sent again; tells whether it ran. */
    public boolean givenBack(Task task, TaskState next, int failures, Instant notBefore) {
        return update(
                        "state = ?4, failures = ?5, notBefore = ?6, images = 0, failedImages = 0, underWay = 0"
                                + " where job = ?1 and number = ?2 and state = ?3",
                        task.job().value(),
                        task.number(),
                        TaskState.RUNNING,
                        next,
                        failures,
                        notBefore)
                == 1;
    }

    /** Notes that a running task ended without images; tells whether it ran. */
    public boolean done(Task task) {
        return done(task, 0, 0, null);
    }

    /**
     * Notes that a running task ended; tells whether it ran.
     *
     * @param images how many images it is done with
     * @param failed how many of these could not be completed
     * @param resultKey the object with its results; null if it has none
     */
    public boolean done(Task task, int images, int failed, String resultKey) {
        return update(
                        "state = ?4, images = ?5, failedImages = ?6, resultKey = ?7, underWay = 0"
                                + " where job = ?1 and number = ?2 and state = ?3",
                        task.job().value(),
                        task.number(),
                        TaskState.RUNNING,
                        TaskState.DONE,
                        images,
                        failed,
                        resultKey)
                == 1;
    }

    /** A job's tasks, counted. */
    public TaskTally tally(JobId job) {
        return getEntityManager()
                .createQuery(
                        "select count(t), count(case when t.state = :running then 1 end),"
                                + " count(case when t.state = :done then 1 end),"
                                + " coalesce(max(t.attempt), 0), coalesce(sum(t.failures), 0), coalesce(sum(t.images), 0), coalesce(sum(t.failedImages), 0),"
                                + " coalesce(sum(t.underWay), 0.0)"
                                + " from TaskEntity t where t.job = :job",
                        TaskTally.class)
                .setParameter("job", job.value())
                .setParameter("running", TaskState.RUNNING)
                .setParameter("done", TaskState.DONE)
                .getSingleResult();
    }

    /** The result objects of a job's tasks, in the order of the tasks. */
    public List<String> resultKeys(JobId job) {
        return getEntityManager()
                .createQuery(
                        "select t.resultKey from TaskEntity t where t.job = :job and t.resultKey is not null"
                                + " order by t.number",
                        String.class)
                .setParameter("job", job.value())
                .getResultList();
    }

    private Task detached(TaskEntity row) {
        getEntityManager().detach(row);
        return row.toTask();
    }
}
