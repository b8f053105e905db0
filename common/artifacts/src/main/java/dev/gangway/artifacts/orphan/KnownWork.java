package dev.gangway.artifacts.orphan;

import dev.gangway.artifacts.store.ObjectPath;
import dev.gangway.contracts.job.JobId;
import dev.gangway.contracts.training.DatasetReference;
import java.time.Instant;
import java.util.Optional;

/** The facts that tell orphans from what is needed; the bucket alone does not know who is at work. */
public interface KnownWork {

    /** What is known of a job; empty when there is none. */
    Optional<KnownJob> job(JobId job);

    /** Whether a version of a dataset was deleted; false for one that nobody knows. */
    boolean isDeleted(DatasetReference dataset);

    /** Whether the upload in {@code folder} was deleted, and its objects are still to go. */
    boolean isDeleted(ObjectPath folder);

    /**
     * When a job last used pictures within {@code folder}, or within one that holds it; {@link Instant#MAX} while one may still read
     * them, empty when none ever did.
     */
    Optional<Instant> lastUse(ObjectPath folder);
}
