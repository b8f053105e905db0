package dev.gangway.artifacts.picture;

import dev.gangway.artifacts.archive.FileNotice;
import dev.gangway.artifacts.archive.LeftOutFile;
import java.util.List;

/**
 * What a folder of pictures holds.
 *
 * @param pictures that can be tried to be completed, in the order of their names; at least one
 * @param leftOut files that are no part of these, each with the reason
 * @param notices what else whoever sent them should know
 */
public record FoundPictures(List<Picture> pictures, List<LeftOutFile> leftOut, List<FileNotice> notices) {

    public FoundPictures {
        pictures = List.copyOf(pictures);
        leftOut = List.copyOf(leftOut);
        notices = List.copyOf(notices);
    }
}
