package dev.gangway.gateway.upload;

import dev.gangway.artifacts.picture.UploadStore;
import dev.gangway.artifacts.store.ObjectPath;
import dev.gangway.contracts.job.TeamId;
import dev.gangway.gateway.job.Cursor;
import dev.gangway.gateway.job.Page;
import dev.gangway.gateway.job.RefusedException;
import dev.gangway.gateway.job.Slice;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LongSummaryStatistics;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

/** What has arrived of uploads, read from the store no further than it is asked for. */
@ApplicationScoped
public class UploadListing {

    private final UploadStore store;
    private final UploadUse use;

    UploadListing(UploadStore store, UploadUse use) {
        this.store = store;
        this.use = use;
    }

    /** What has arrived of an upload, which is counted as it is listed; refuses one of which nothing has. */
    public Upload find(TeamId team, UUID id) {
        requireThere(team, id);
        LongSummaryStatistics sizes =
                files(team, id, "").mapToLong(Upload.File::bytes).summaryStatistics();
        if (sizes.getCount() == 0) {
            throw nothing(id);
        }
        return new Upload(
                id, Math.toIntExact(sizes.getCount()), sizes.getSum(), store.notes(UploadStore.folder(team, id)));
    }

    /** The files of an upload in the order of their keys; refuses one of which nothing has arrived. */
    public Page<Upload.File> files(TeamId team, UUID id, Slice slice) {
        requireThere(team, id);
        String after = slice.after()
                .map(last -> last.withParts(1).part(0, Function.identity()))
                .orElse("");
        var files = files(team, id, after).limit(slice.limit() + 1L).toList();
        if (files.isEmpty() && after.isEmpty()) {
            throw nothing(id);
        }
        return Page.of(files, slice.limit(), file -> Cursor.of(file.path()));
    }

    /** Refuses an upload that was deleted. */
    void requireThere(TeamId team, UUID id) {
        if (use.isDeleted(UploadStore.folder(team, id))) {
            throw RefusedException.notFound("unknown-upload", "the upload " + id + " was deleted");
        }
    }

    private Stream<Upload.File> files(TeamId team, UUID id, String after) {
        ObjectPath folder = UploadStore.folder(team, id);
        return store.files(team, id, after).flatMap(file -> ObjectPath.tryParse(file.key()).stream()
                .map(path -> new Upload.File(path.within(folder).key(), file.size())));
    }

    private static RefusedException nothing(UUID id) {
        return RefusedException.notFound("unknown-upload", "nothing has arrived of an upload " + id);
    }
}
