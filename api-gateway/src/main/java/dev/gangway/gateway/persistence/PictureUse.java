package dev.gangway.gateway.persistence;

import dev.gangway.contracts.job.JobId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** Which jobs use what lies under a prefix of the bucket. Prefixes are whole folders: both that of a job and those asked for end with a slash. */
@ApplicationScoped
public class PictureUse {

    private final EntityManager entities;

    PictureUse(EntityManager entities) {
        this.entities = entities;
    }

    /**
     * Waits for, and takes until this transaction ends, the right to use what lies under {@code folder}, together with others, or to
     * delete it, alone.
     */
    public void lock(String folder, boolean alone) {
        entities.createNativeQuery(
                        "SELECT 1 FROM pg_advisory_xact_lock" + (alone ? "" : "_shared")
                                + "(hashtext('pictures of ' || :folder), hashtext(current_schema()))",
                        Integer.class)
                .setParameter("folder", folder)
                .getSingleResult();
    }

    /** The jobs that have not ended and complete pictures under {@code folder}, oldest first. */
    public List<JobId> jobsNeeding(String folder) {
        Stream<?> ids = entities.createNativeQuery(
                        "SELECT id FROM job WHERE ended_at IS NULL AND work ->> 'prefix' IS NOT NULL"
                                + " AND (starts_with(work ->> 'prefix', :folder) OR starts_with(:folder, work ->> 'prefix'))"
                                + " ORDER BY created_at, id",
                        UUID.class)
                .setParameter("folder", folder)
                .getResultStream();
        return ids.map(id -> new JobId((UUID) id)).toList();
    }

    /** The time by the clock that notes of deletions are made by, which all gateways share. */
    public Instant now() {
        return (Instant) entities.createNativeQuery("SELECT clock_timestamp()", Instant.class)
                .getSingleResult();
    }

    /** Notes that what lies under {@code folder} is deleted, although its objects are still there. */
    public void delete(String folder) {
        entities.createNativeQuery("INSERT INTO deleted_upload (folder, deleted_at) VALUES (:folder, clock_timestamp())"
                        + " ON CONFLICT (folder) DO UPDATE SET deleted_at = excluded.deleted_at, gone_at = NULL"
                        + " WHERE deleted_upload.gone_at IS NOT NULL")
                .setParameter("folder", folder)
                .executeUpdate();
    }

    /** Notes that the objects are gone: what comes to lie there from now on is not deleted. */
    public void gone(String folder) {
        entities.createNativeQuery("UPDATE deleted_upload SET gone_at = clock_timestamp()"
                        + " WHERE folder = :folder AND gone_at IS NULL")
                .setParameter("folder", folder)
                .executeUpdate();
    }

    /** Whether what lies under {@code folder} is deleted, and its objects are still to go. */
    public boolean isDeleted(String folder) {
        return (Boolean) entities.createNativeQuery(
                        "SELECT EXISTS (SELECT 1 FROM deleted_upload WHERE folder = :folder AND gone_at IS NULL)",
                        Boolean.class)
                .setParameter("folder", folder)
                .getSingleResult();
    }

    /** Whether it is, or its objects went after {@code time}, by the clock of {@link #now}. */
    public boolean isDeletedSince(String folder, Instant time) {
        return (Boolean) entities.createNativeQuery(
                        "SELECT EXISTS (SELECT 1 FROM deleted_upload WHERE folder = :folder"
                                + " AND (gone_at IS NULL OR gone_at >= :time))",
                        Boolean.class)
                .setParameter("folder", folder)
                .setParameter("time", time)
                .getSingleResult();
    }

    /** Forgets what was gone before {@code time}. */
    public long forgetGoneBefore(Instant time) {
        return entities.createNativeQuery("DELETE FROM deleted_upload WHERE gone_at < :time")
                .setParameter("time", time)
                .executeUpdate();
    }
}
