package dev.gangway.artifacts.picture;

import dev.gangway.artifacts.store.ObjectPath;
import dev.gangway.artifacts.store.ObjectStatus;
import dev.gangway.artifacts.store.ObjectStore;
import dev.gangway.contracts.job.TeamId;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/** Files that users send for their jobs, under {@code uploads/<team>/<upload>/}. */
public final class UploadStore {

    /** Where those of all teams lie. */
    public static final ObjectPath ROOT = ObjectPath.of("uploads");

    private static final String TYPE = "application/octet-stream";

    private final ObjectStore store;

    public UploadStore(ObjectStore store) {
        this.store = store;
    }

    /** The folder of one upload. */
    public static ObjectPath folder(TeamId team, UUID upload) {
        return folder(team).resolve(upload.toString());
    }

    /** The folder of a team's uploads. */
    public static ObjectPath folder(TeamId team) {
        return ROOT.resolve(team.value());
    }

    /** Keeps one file of an upload under its path. */
    public void put(TeamId team, UUID upload, ObjectPath path, byte[] content) {
        store.put(folder(team, upload).resolve(path).key(), content, TYPE);
    }

    /** An address that takes one file of an upload by {@code PUT}, without credentials, for as long as {@code valid}. */
    public URI address(TeamId team, UUID upload, ObjectPath path, Duration valid) {
        return store.writeAddress(folder(team, upload).resolve(path).key(), valid);
    }

    /** What has arrived of an upload, in the order of the keys. */
    public List<ObjectStatus> files(TeamId team, UUID upload) {
        return store.list(folder(team, upload).prefix());
    }

    /** Deletes whatever has arrived of an upload. */
    public void delete(TeamId team, UUID upload) {
        files(team, upload).forEach(file -> store.delete(file.key()));
    }
}
