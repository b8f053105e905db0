package dev.gangway.gateway.job;

import dev.gangway.artifacts.archive.FileNotice;
import dev.gangway.artifacts.archive.LeftOutFile;
import dev.gangway.artifacts.picture.FoundPictures;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What was found beside a job's pictures and is no part of it; {@code results.json} names all.
 *
 * @param count how many files
 * @param files the first of them, each with the reason
 * @param notices what else is to be known
 */
@Schema(description = "Files that were found beside a job's pictures and are no part of it.")
public record LeftOut(int count, List<LeftOutFile> files, List<FileNotice> notices) {

    private static final int NAMED = 100;

    public LeftOut {
        files = List.copyOf(files);
        notices = List.copyOf(notices);
    }

    /** What was left out of {@code found}; null when it was nothing. */
    public static LeftOut of(FoundPictures found) {
        return found.leftOut().isEmpty() && found.notices().isEmpty()
                ? null
                : new LeftOut(
                        found.leftOut().size(),
                        found.leftOut().stream().limit(NAMED).toList(),
                        found.notices());
    }
}
