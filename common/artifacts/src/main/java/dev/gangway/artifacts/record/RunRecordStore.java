package dev.gangway.artifacts.record;

import dev.gangway.artifacts.checkpoint.CheckpointKeys;
import dev.gangway.artifacts.checkpoint.CheckpointLine;
import dev.gangway.artifacts.store.ContentMismatchException;
import dev.gangway.artifacts.store.ObjectMissingException;
import dev.gangway.artifacts.store.ObjectPath;
import dev.gangway.artifacts.store.ObjectStatus;
import dev.gangway.artifacts.store.ObjectStore;
import dev.gangway.artifacts.store.SealedJson;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * What a training shows of itself: curves, plots, sample grids.
 *
 * <p>A file lies under {@code checkpoints/<team>/<model>/<job>/record/<token>/<path>}, with the token of the claim that wrote
 * it, so that a worker that was taken over can overwrite nothing of its successor's. Readers see, of each path, the file with
 * the newest token: a resumed run replaces the files that it writes again, and the rest of what was there stays.
 */
public final class RunRecordStore {

    private static final int TOKEN_DIGITS = 18;

    private final ObjectStore store;

    public RunRecordStore(ObjectStore store) {
        this.store = store;
    }

    /**
     * Writes a file, replacing what the same claim wrote under its path.
     *
     * @throws IllegalArgumentException for a path that no file of a record may have
     */
    public void put(CheckpointLine line, long token, String path, byte[] content) {
        String contentType = new RecordPath(path).contentType();
        store.put(
                folder(line)
                        .resolve(Long.toString(token))
                        .resolve(ObjectPath.parse(path))
                        .key(),
                content,
                contentType);
    }

    /**
     * Writes an object in JSON with its seal, as {@link #put} does.
     *
     * @throws IllegalArgumentException for a path that no file of a record may have
     */
    public void putJson(CheckpointLine line, long token, String path, Object value) {
        put(line, token, path, SealedJson.write(value));
    }

    /** The files of the record in the order of their paths. */
    public List<RecordFile> list(CheckpointLine line) {
        return newest(line, "").values().stream().map(Entry::file).toList();
    }

    /**
     * Reads a file; empty when there is none of that path.
     *
     * @throws ContentMismatchException when it is not what was written
     */
    public Optional<byte[]> read(CheckpointLine line, String path) {
        return find(line, path, entry -> store.readWhole(entry.key()));
    }

    /**
     * Reads what was written as JSON; empty when there is none of that path. What is from before there were seals is read as well.
     *
     * @throws ContentMismatchException when it is not what was written, or no {@code type}
     */
    public <T> Optional<T> readJson(CheckpointLine line, String path, Class<T> type) {
        return find(line, path, entry -> unsealed(entry.key(), store.readWhole(entry.key()), type));
    }

    /**
     * Opens a file for sending it on; empty when there is none of that path.
     *
     * @throws ContentMismatchException when it is not what was written; a large one ends with an exception instead
     */
    public Optional<OpenedFile> open(CheckpointLine line, String path) {
        return find(line, path, entry -> new OpenedFile(entry.file(), store.readChecked(entry.key())));
    }

    private static <T> T unsealed(String key, byte[] content, Class<T> type) {
        try {
            return SealedJson.read(content, type);
        } catch (IOException e) {
            throw new ContentMismatchException(key, "is damaged: " + e.getMessage(), e);
        }
    }

    private <T> Optional<T> find(CheckpointLine line, String path, Function<Entry, T> reading) {
        try {
            return Optional.ofNullable(newest(line, path).get(path)).map(reading);
        } catch (ObjectMissingException e) {
            return Optional.empty();
        }
    }

    /** By path, the object of the newest claim; all paths, or the one that is asked for. */
    private Map<String, Entry> newest(CheckpointLine line, String path) {
        ObjectPath folder = folder(line);
        Map<String, Entry> entries = new TreeMap<>();
        for (ObjectStatus object : store.list(folder.prefix())) {
            ObjectPath.tryParse(object.key())
                    .flatMap(key -> entry(object, key.within(folder)))
                    .filter(entry -> path.isEmpty() || path.equals(entry.path().text()))
                    .ifPresent(entry -> entries.merge(entry.path().text(), entry, Entry::newer));
        }
        return entries;
    }

    private static Optional<Entry> entry(ObjectStatus object, ObjectPath path) {
        OptionalLong token = path.number(0, "", TOKEN_DIGITS);
        return token.isPresent() && path.depth() > 1 && RecordPath.fits(path.from(1))
                ? Optional.of(new Entry(
                        object, token.getAsLong(), new RecordPath(path.from(1).key())))
                : Optional.empty();
    }

    private static ObjectPath folder(CheckpointLine line) {
        return CheckpointKeys.folder(line).resolve("record");
    }

    private record Entry(ObjectStatus object, long token, RecordPath path) {

        String key() {
            return object.key();
        }

        RecordFile file() {
            return new RecordFile(path.text(), object.size(), path.contentType(), object.writtenAt());
        }

        Entry newer(Entry other) {
            return other.token > token ? other : this;
        }
    }
}
