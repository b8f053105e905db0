package dev.gangway.artifacts.picture;

import dev.gangway.artifacts.store.ContentMismatchException;
import dev.gangway.artifacts.store.JsonObjects;
import dev.gangway.artifacts.store.ObjectMissingException;
import dev.gangway.artifacts.store.ObjectPath;
import dev.gangway.artifacts.store.ObjectStatus;
import dev.gangway.artifacts.store.ObjectStore;
import dev.gangway.artifacts.store.SealedJson;
import dev.gangway.contracts.job.TeamId;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** Files that users send for their jobs, under {@code uploads/<team>/<upload>/}. */
public final class UploadStore {

    /** Where those of all teams lie. */
    public static final ObjectPath ROOT = ObjectPath.of("uploads");

    /** How many parts the folder of one upload has: {@code uploads/<team>/<upload>}. */
    public static final int DEPTH = 3;

    /** Within an upload, where what it was sent with besides its files is noted; hidden, so that it is no file of it. */
    public static final ObjectPath NOTES = ObjectPath.of(".gangway", "notes.json");

    private static final int NOTES_BYTES = 64 << 20;
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
        return files(team, upload, "").toList();
    }

    /** The same, page after page as they are taken, behind the path {@code after} within the upload; empty for the beginning. */
    public Stream<ObjectStatus> files(TeamId team, UUID upload, String after) {
        ObjectPath folder = folder(team, upload);
        String notes = folder.resolve(NOTES).key();
        return store.stream(folder.prefix(), folder.prefix() + after)
                .filter(file -> !file.key().equals(notes));
    }

    /** Whether anything has arrived of an upload. */
    public boolean exists(TeamId team, UUID upload) {
        return store.stream(folder(team, upload).prefix()).findFirst().isPresent();
    }

    /** Notes what an upload was sent with besides its files. */
    public void note(TeamId team, UUID upload, UploadNotes notes) {
        store.put(folder(team, upload).resolve(NOTES).key(), SealedJson.write(notes), JsonObjects.CONTENT_TYPE);
    }

    /**
     * What was noted about the upload in {@code folder}; nothing when nobody noted anything.
     *
     * @throws ContentMismatchException when it is not what was written
     */
    public UploadNotes notes(ObjectPath folder) {
        String key = folder.resolve(NOTES).key();
        try {
            return SealedJson.read(store.get(key, NOTES_BYTES).content(), UploadNotes.class);
        } catch (ObjectMissingException e) {
            return UploadNotes.NONE;
        } catch (IOException e) {
            throw new ContentMismatchException(key, "is damaged: " + e.getMessage(), e);
        }
    }

    /** Deletes whatever has arrived of an upload. */
    public void delete(TeamId team, UUID upload) {
        List<String> keys = store.list(folder(team, upload).prefix()).stream()
                .map(ObjectStatus::key)
                .toList();
        if (!keys.isEmpty()) {
            store.deleteAll(keys);
        }
    }
}
