package dev.gangway.gateway.upload;

import dev.gangway.artifacts.picture.UploadNotes;
import java.util.List;
import java.util.UUID;

/**
 * Files that a user sent for jobs.
 *
 * @param id its id
 * @param files what has arrived, in the order of the paths
 * @param notes what it was sent with besides
 */
public record Upload(UUID id, List<File> files, UploadNotes notes) {

    public Upload {
        files = List.copyOf(files);
    }

    /**
     * A file that has arrived.
     *
     * @param path where it lies within the upload
     * @param bytes its size
     */
    public record File(String path, long bytes) {}

    /** The size of all files together. */
    public long bytes() {
        return files.stream().mapToLong(File::bytes).sum();
    }
}
