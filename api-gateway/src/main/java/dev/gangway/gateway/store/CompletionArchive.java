package dev.gangway.gateway.store;

import dev.gangway.artifacts.completion.CompletedImageStore;
import dev.gangway.contracts.job.JobId;
import dev.gangway.contracts.job.TeamId;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A completion job's images, results and report as a ZIP archive. One object is open at a time and none is held in memory, however
 * many there are.
 */
public final class CompletionArchive {

    private static final int BUFFER = 1 << 16;

    private final CompletedImageStore store;
    private final String folder;
    private final List<String> keys;

    private CompletionArchive(CompletedImageStore store, String folder, List<String> keys) {
        this.store = store;
        this.folder = folder;
        this.keys = keys;
    }

    /** The archive of what {@code job} left; what its tasks told each other is not part of it. */
    static CompletionArchive of(CompletedImageStore store, TeamId team, JobId job) {
        String folder = store.folder(team, job);
        List<String> keys = store.list(team, job).stream()
                .filter(key -> !path(folder, key).startsWith("tasks/")
                        && !path(folder, key).startsWith("pictures/"))
                .toList();
        return new CompletionArchive(store, folder, keys);
    }

    /**
     * Writes the archive; ends with the first object or byte that cannot be passed on, and then without the table of contents, so
     * that nobody takes a part for the whole.
     */
    public void writeTo(OutputStream out) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(new BufferedOutputStream(out, BUFFER));
        // Images are packed already; the texts are small beside them.
        zip.setLevel(Deflater.BEST_SPEED);
        for (String key : keys) {
            zip.putNextEntry(new ZipEntry(nameOf(path(folder, key))));
            try (InputStream object = store.open(key)) {
                object.transferTo(zip);
            }
            zip.closeEntry();
        }
        zip.finish();
        zip.flush();
    }

    private static String path(String folder, String key) {
        return key.substring(folder.length());
    }

    private static String nameOf(String path) {
        return path.contains("/") || !path.endsWith(".png") ? path : "images/" + path;
    }
}
