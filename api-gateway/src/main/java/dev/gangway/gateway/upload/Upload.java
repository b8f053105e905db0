package dev.gangway.gateway.upload;

import dev.gangway.artifacts.picture.UploadNotes;
import java.util.UUID;

/**
 * Files that a user sent for jobs.
 *
 * @param id its id
 * @param files how many have arrived
 * @param bytes the size of all of them together
 * @param notes what it was sent with besides
 */
public record Upload(UUID id, int files, long bytes, UploadNotes notes) {

    /**
     * A file that has arrived.
     *
     * @param path where it lies within the upload
     * @param bytes its size
     */
    public record File(String path, long bytes) {}
}
