package dev.gangway.gateway.upload;

import dev.gangway.artifacts.picture.UploadStore;
import dev.gangway.artifacts.store.ObjectPath;
import dev.gangway.contracts.job.JobId;
import dev.gangway.gateway.persistence.PictureUse;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;

/**
 * Who needs which upload. A submission and a deletion take the same lock, so that none deletes what the other has just found: jobs hold it
 * together until they are queued, and whoever deletes holds it alone. The store is asked before and after that, and never meanwhile: who
 * waits for it would hold a connection to the database, and let the lock go when he waits for too long.
 */
@ApplicationScoped
public class UploadUse {

    /** {@code uploads/<team>/<upload>}. */
    private static final int DEPTH = 3;

    private final PictureUse pictures;

    UploadUse(PictureUse pictures) {
        this.pictures = pictures;
    }

    /** The time before a folder is listed, for {@link #hold}. */
    @Transactional
    public Instant now() {
        return pictures.now();
    }

    /**
     * Keeps what lies in {@code folder} from being deleted before the present transaction ends.
     *
     * @param listed a time before the folder was listed, from {@link #now}
     * @return whether it is there as it was listed, and not deleted since
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public boolean hold(ObjectPath folder, Instant listed) {
        if (!isUpload(folder)) {
            return true;
        }
        String upload = folder.first(DEPTH).prefix();
        pictures.lock(upload, false);
        return !pictures.isDeletedSince(upload, listed);
    }

    /** Whether the upload that holds {@code folder} is deleted, and what is left of it only waits for its collection. */
    @Transactional
    public boolean isDeleted(ObjectPath folder) {
        return isUpload(folder) && pictures.isDeleted(folder.first(DEPTH).prefix());
    }

    /**
     * Notes that the upload in {@code folder} is deleted, unless jobs that have not ended need it. From then on nobody can name it, and
     * its objects can go.
     *
     * @return these jobs; when there are none, it is deleted
     */
    @Transactional
    public List<JobId> delete(ObjectPath folder) {
        pictures.lock(folder.prefix(), true);
        List<JobId> users = pictures.jobsNeeding(folder.prefix());
        if (users.isEmpty()) {
            pictures.delete(folder.prefix());
        }
        return users;
    }

    /** The objects of what was deleted are gone. */
    @Transactional
    public void gone(ObjectPath folder) {
        pictures.gone(folder.prefix());
    }

    private static boolean isUpload(ObjectPath folder) {
        return folder.isWithin(UploadStore.ROOT) && folder.depth() >= DEPTH;
    }
}
