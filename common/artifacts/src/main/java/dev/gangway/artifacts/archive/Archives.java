package dev.gangway.artifacts.archive;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;

/**
 * Opens archives that were received.
 *
 * @param limits what one may cost
 * @param room what all that are open may take of the memory
 */
public record Archives(ArchiveLimits limits, MemoryRoom room) {

    /**
     * Opens what {@code file} holds; closing the archive closes the file.
     *
     * @param fileBytes the most bytes of one file, unpacked
     * @throws ArchiveRefusedException when it is no ZIP archive, or larger than allowed
     * @throws NoRoomException when others leave no room for it just now
     */
    public ReceivedArchive open(SeekableByteChannel file, int fileBytes) throws IOException, ArchiveRefusedException {
        return ReceivedArchive.open(file, this, fileBytes);
    }
}
