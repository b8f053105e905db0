package dev.gangway.trainer.record;

import dev.gangway.artifacts.checkpoint.CheckpointLine;
import dev.gangway.artifacts.image.PixelImage;
import dev.gangway.artifacts.image.PngEncoder;
import dev.gangway.artifacts.record.RunRecordStore;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jboss.logging.Logger;

/**
 * The record of one job as one claim writes it. What fails here is told once and forgotten: no training ends because a picture
 * of it could not be drawn or stored.
 */
final class RecordFolder {

    private static final Logger LOG = Logger.getLogger(RecordFolder.class);

    private final RunRecordStore store;
    private final CheckpointLine line;
    private final long token;
    private final Set<String> failed = new HashSet<>();

    RecordFolder(RunRecordStore store, CheckpointLine line, long token) {
        this.store = store;
        this.line = line;
        this.token = token;
    }

    void json(String path, Object value) {
        store.putJson(line, token, path, value);
    }

    void file(String path, byte[] content) {
        store.put(line, token, path, content);
    }

    void picture(String path, PixelImage picture) {
        store.put(line, token, path, PngEncoder.encode(picture));
    }

    /** A file as it was written last, by this claim or one before it. */
    Optional<byte[]> read(String path) {
        return store.read(line, path);
    }

    /** The same of a file that was written as JSON. */
    <T> Optional<T> read(String path, Class<T> type) {
        return store.readJson(line, path, type);
    }

    /** Runs {@code work}; a failure is logged the first time that {@code what} fails, and whatever else failed goes on. */
    void attempt(String what, Work work) {
        try {
            work.run();
        } catch (Exception e) {
            if (failed.add(what)) {
                LOG.warnf(e, "job=%s the run's record lacks its %s", line.job(), what);
            }
        }
    }

    /** Something that may fail. */
    @FunctionalInterface
    interface Work {
        void run() throws Exception;
    }
}
