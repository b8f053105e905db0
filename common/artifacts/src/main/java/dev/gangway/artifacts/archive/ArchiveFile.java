package dev.gangway.artifacts.archive;

import dev.gangway.artifacts.store.ObjectPath;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;

/**
 * A file of a received archive.
 *
 * @param path where it lies in the archive, in Unicode's composed form
 * @param entry as it is packed
 */
public record ArchiveFile(ObjectPath path, ZipArchiveEntry entry) {

    /** Its path as text. */
    public String name() {
        return path.key();
    }
}
