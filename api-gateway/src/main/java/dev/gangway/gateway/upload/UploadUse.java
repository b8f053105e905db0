package dev.gangway.gateway.upload;

import dev.gangway.artifacts.picture.UploadStore;
import dev.gangway.artifacts.store.ObjectPath;
import dev.gangway.contracts.job.JobId;
import dev.gangway.gateway.persistence.PictureUse;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.Consumer;

/**
 * Who needs which upload. A submission and a deletion take the same lock, so that none deletes what the other has just found: jobs hold it
 * together until they are queued, and whoever deletes holds it alone.
 */
@ApplicationScoped
public class UploadUse {

    /** {@code uploads/<team>/<upload>}. */
    private static final int DEPTH = 3;

    private final PictureUse pictures;

    UploadUse(PictureUse pictures) {
        this.pictures = pictures;
    }

    /** Keeps what lies in {@code folder} from being deleted before the present transaction ends. */
    public void hold(ObjectPath folder) {
        if (folder.isWithin(UploadStore.ROOT) && folder.depth() >= DEPTH) {
            pictures.lock(folder.first(DEPTH).prefix(), false);
        }
    }

    /**
     * Lets {@code deletion} delete the upload in {@code folder} unless a job that has not ended needs it.
     *
     * @param inUse is told of the jobs that need it
     */
    public void delete(ObjectPath folder, Runnable deletion, Consumer<List<JobId>> inUse) {
        QuarkusTransaction.requiringNew().run(() -> {
            pictures.lock(folder.prefix(), true);
            List<JobId> users = pictures.jobsNeeding(folder.prefix());
            if (users.isEmpty()) {
                deletion.run();
            } else {
                inUse.accept(users);
            }
        });
    }
}
