package dev.gangway.gateway.persistence;

import dev.gangway.contracts.job.JobId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
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
}
