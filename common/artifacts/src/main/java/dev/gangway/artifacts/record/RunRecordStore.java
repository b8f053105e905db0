package dev.gangway.artifacts.record;

import dev.gangway.artifacts.checkpoint.CheckpointLine;
import dev.gangway.artifacts.store.ObjectMissingException;
import dev.gangway.artifacts.store.ObjectStatus;
import dev.gangway.artifacts.store.ObjectStore;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a training shows of itself: curves, plots, sample grids.
 *
 * <p>A file lies under {@code checkpoints/<team>/<model>/<job>/record/<token>/<path>}, with the token of the claim that wrote
 * it, so that a worker that was taken over can overwrite nothing of its successor's. Readers see, of each path, the file with
 * the newest token: a resumed run replaces the files that it writes again, and the rest of what was there stays.
 */
public final class RunRecordStore {

    private static final int OBJECT_LIMIT = 1 << 28;
    private static final Pattern OBJECT = Pattern.compile("(\\d{1,18})/(.+)");

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
        store.put(folder(line) + token + "/" + path, content, contentType);
    }

    /** The files of the record in the order of their paths. */
    public List<RecordFile> list(CheckpointLine line) {
        return newest(line, "").values().stream().map(Entry::file).toList();
    }

    /** Reads a file; empty when there is none of that path. */
    public Optional<byte[]> read(CheckpointLine line, String path) {
        return find(line, path, entry -> store.get(entry.key(), OBJECT_LIMIT).content());
    }

    /** Opens a file for sending it on; empty when there is none of that path. */
    public Optional<OpenedFile> open(CheckpointLine line, String path) {
        return find(line, path, entry -> new OpenedFile(entry.file(), store.read(entry.key())));
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
        String folder = folder(line);
        Map<String, Entry> entries = new TreeMap<>();
        for (ObjectStatus object : store.list(folder)) {
            Matcher form = OBJECT.matcher(object.key().substring(folder.length()));
            if (form.matches() && RecordPath.fits(form.group(2)) && (path.isEmpty() || path.equals(form.group(2)))) {
                Entry entry = new Entry(object, Long.parseLong(form.group(1)), new RecordPath(form.group(2)));
                entries.merge(form.group(2), entry, Entry::newer);
            }
        }
        return entries;
    }

    private static String folder(CheckpointLine line) {
        return "checkpoints/" + line.team() + "/" + line.model() + "/" + line.job() + "/record/";
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
