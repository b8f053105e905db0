package dev.gangway.artifacts.archive;

import java.util.List;

/**
 * What a received archive holds.
 *
 * @param files what can be unpacked, in the archive's order; no two have one path
 * @param unusable what cannot be, with the reason
 * @param notices what else is to be told
 */
public record ArchiveContents(List<ArchiveFile> files, List<LeftOutFile> unusable, List<FileNotice> notices) {

    public ArchiveContents {
        files = List.copyOf(files);
        unusable = List.copyOf(unusable);
        notices = List.copyOf(notices);
    }

    /** The files, of an archive that is of no use when one of its entries is none. */
    public List<ArchiveFile> wholeFiles() throws ArchiveRefusedException {
        if (!unusable.isEmpty()) {
            throw new ArchiveRefusedException(
                    unusable.get(0).name(), unusable.get(0).reason(), null);
        }
        return files;
    }
}
