package dev.gangway.gateway.store;

import dev.gangway.artifacts.completion.CompletedImageStore;
import dev.gangway.artifacts.store.ObjectPath;
import dev.gangway.contracts.job.JobId;
import dev.gangway.contracts.job.TeamId;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.zip.Deflater;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;

/**
 * A completion job's images, results and report as a ZIP archive. One object is open at a time and none is held in memory, however
 * many there are.
 */
public final class CompletionArchive {

    private static final int BUFFER = 1 << 16;
    private static final int FILE_MODE = 0100644;
    /** How much is looked at before the first byte leaves; reading it twice takes a moment. */
    private static final long CHECKED_FIRST = 256L << 20;

    /** What a job's parts tell each other. */
    private static final Set<String> INTERNAL = Set.of(CompletedImageStore.TASKS, CompletedImageStore.PICTURES);

    private final CompletedImageStore store;
    private final ObjectPath folder;
    private final List<ObjectPath> paths;
    private final Function<String, String> names;
    private final Set<String> numbers;

    private CompletionArchive(
            CompletedImageStore store, ObjectPath folder, List<ObjectPath> paths, Function<String, String> names) {
        this.store = store;
        this.folder = folder;
        this.paths = paths;
        this.names = names;
        this.numbers = paths.stream()
                .filter(CompletionArchive::isImage)
                .map(CompletionArchive::number)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The archive of what {@code job} left, its images by their numbers. */
    static CompletionArchive of(CompletedImageStore store, TeamId team, JobId job) {
        return of(store, team, job, Function.identity());
    }

    /**
     * The archive of what {@code job} left; what its tasks told each other is not part of it.
     *
     * @param names what an image is called there whose name in the store, which is its number, is given; both without ending
     */
    static CompletionArchive of(CompletedImageStore store, TeamId team, JobId job, Function<String, String> names) {
        ObjectPath folder = CompletedImageStore.folder(team, job);
        List<ObjectPath> paths = store.list(team, job).stream()
                .flatMap(key -> ObjectPath.tryParse(key).stream())
                .map(key -> key.within(folder))
                .filter(path -> !INTERNAL.contains(path.part(0)))
                .toList();
        return new CompletionArchive(store, folder, paths, names);
    }

    /**
     * Looks whether it holds the image at {@code index}.
     *
     * @throws dev.gangway.artifacts.store.ObjectMissingException when it does not
     */
    void requireImage(int index) {
        String number = String.format(Locale.ROOT, "%06d", index);
        if (!numbers.contains(number)) {
            store.check(folder.resolve(number + ".png").key());
        }
    }

    /**
     * Looks whether the objects are what was written, the first 256 MB of them: damage among these is told before anything of the archive
     * is, and what is damaged after them breaks it off.
     *
     * @throws dev.gangway.artifacts.store.ContentMismatchException when one is not
     */
    CompletionArchive checked() {
        long checked = 0;
        for (ObjectPath path : paths) {
            if (checked > CHECKED_FIRST) {
                return this;
            }
            checked += store.check(folder.resolve(path).key());
        }
        return this;
    }

    /**
     * Writes the archive; ends with the first object or byte that cannot be passed on, and then without the table of contents, so
     * that nobody takes a part for the whole.
     */
    public void writeTo(OutputStream out) throws IOException {
        ZipArchiveOutputStream zip = new ZipArchiveOutputStream(new BufferedOutputStream(out, BUFFER));
        // Images are packed already; the texts are small beside them.
        zip.setLevel(Deflater.BEST_SPEED);
        for (ObjectPath path : paths) {
            zip.putArchiveEntry(entry(nameOf(path)));
            try (InputStream object = store.open(folder.resolve(path).key())) {
                object.transferTo(zip);
            }
            zip.closeArchiveEntry();
        }
        zip.finish();
        zip.flush();
    }

    /** Made by Unix: some programs read the names of others as those of DOS, although they are marked as UTF-8. */
    private static ZipArchiveEntry entry(String name) {
        ZipArchiveEntry entry = new ZipArchiveEntry(name);
        entry.setUnixMode(FILE_MODE);
        return entry;
    }

    private String nameOf(ObjectPath path) {
        return isImage(path)
                ? "images/" + names.apply(number(path))
                        + path.name().substring(number(path).length())
                : path.key();
    }

    private static boolean isImage(ObjectPath path) {
        return path.depth() == 1 && (path.name().endsWith(".png") || path.name().endsWith(".jpg"));
    }

    private static String number(ObjectPath image) {
        return image.name().substring(0, image.name().lastIndexOf('.'));
    }
}
