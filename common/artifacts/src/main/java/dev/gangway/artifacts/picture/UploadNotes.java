package dev.gangway.artifacts.picture;

import dev.gangway.artifacts.archive.FileNotice;
import dev.gangway.artifacts.archive.LeftOutFile;
import java.util.List;

/**
 * What an upload was sent with besides the files that are kept.
 *
 * @param leftOut files that nothing can be done with
 * @param notices what else whoever sent it should know
 */
public record UploadNotes(List<LeftOutFile> leftOut, List<FileNotice> notices) {

    /** Nothing to tell. */
    public static final UploadNotes NONE = new UploadNotes(List.of(), List.of());

    public UploadNotes {
        leftOut = List.copyOf(leftOut);
        notices = List.copyOf(notices);
    }
}
