package dev.gangway.gateway.upload;

import dev.gangway.artifacts.archive.ArchiveContents;
import dev.gangway.artifacts.archive.ArchiveFile;
import dev.gangway.artifacts.archive.ArchiveRefusedException;
import dev.gangway.artifacts.archive.Archives;
import dev.gangway.artifacts.archive.FileNotice;
import dev.gangway.artifacts.archive.HiddenFiles;
import dev.gangway.artifacts.archive.LeftOutFile;
import dev.gangway.artifacts.archive.MemoryRoom;
import dev.gangway.artifacts.archive.ReceivedArchive;
import dev.gangway.artifacts.archive.UnusableEntryException;
import dev.gangway.artifacts.picture.UploadNotes;
import dev.gangway.artifacts.picture.UploadStore;
import dev.gangway.artifacts.store.ObjectPath;
import dev.gangway.contracts.job.JobId;
import dev.gangway.contracts.job.TeamId;
import dev.gangway.gateway.config.GatewayConfig;
import dev.gangway.gateway.config.UploadConfig;
import dev.gangway.gateway.job.RefusedException;
import dev.gangway.gateway.job.RefusedException.FieldError;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/** Keeps the files that users send for their jobs. What cannot be kept whole leaves nothing. */
@ApplicationScoped
public class Uploads {

    private static final Logger LOG = Logger.getLogger(Uploads.class);

    /** How many files a refusal names. */
    private static final int NAMED = 5;

    private final UploadStore store;
    private final Archives archives;
    private final int fileBytes;
    private final UploadConfig config;
    private final UploadUse use;
    private final UploadListing listing;

    Uploads(UploadStore store, Archives archives, GatewayConfig config, UploadUse use, UploadListing listing) {
        this.use = use;
        this.listing = listing;
        this.store = store;
        this.archives = archives;
        this.fileBytes = config.datasets().imageBytes();
        this.config = config.uploads();
    }

    /** Keeps the files of a ZIP archive, and notes those that cannot be unpacked; refuses one that holds no others, is too large or made to do harm, and gives it up when nobody waits for it. */
    public Upload receive(TeamId team, SeekableByteChannel archive, BooleanSupplier clientLeft) {
        return whole(team, id -> {
            try (ReceivedArchive received = archives.open(archive, fileBytes)) {
                keep(team, id, received, clientLeft);
            } catch (ArchiveRefusedException e) {
                throw RefusedException.unprocessable("archive-refused", e.entry(), e.getMessage());
            } catch (IOException e) {
                throw new UncheckedIOException("a received archive cannot be read", e);
            }
        });
    }

    /** Keeps single files, while somebody waits for it. */
    public Upload receive(TeamId team, List<ReceivedFile> files, BooleanSupplier clientLeft) {
        requireFit(
                files.stream().map(ReceivedFile::path).toList(),
                archives.limits().entries());
        long largest = files.stream().mapToLong(this::size).max().orElse(0);
        try (MemoryRoom.Place place = archives.room().enter(0)) {
            place.add(largest);
            return whole(team, id -> keep(team, id, files, clientLeft));
        }
    }

    /** Begins an upload whose files come later. */
    public UUID begin() {
        return UUID.randomUUID();
    }

    /** Addresses that take the files of an upload for a while, by their paths. */
    public Map<String, URI> addresses(TeamId team, UUID upload, List<String> paths) {
        requireFit(paths, config.addressesAtOnce());
        listing.requireThere(team, upload);
        Map<String, URI> addresses = new LinkedHashMap<>();
        for (String path : paths) {
            addresses.put(path, store.address(team, upload, ObjectPath.parse(path), config.addressesValid()));
        }
        return addresses;
    }

    /**
     * Deletes an upload; refuses while a job that has not ended needs it. From then on nobody can name it; its files go with the next
     * collection, however often the store fails.
     */
    public void delete(TeamId team, UUID id) {
        if (!store.exists(team, id)) {
            return;
        }
        List<JobId> users = use.delete(UploadStore.folder(team, id));
        if (!users.isEmpty()) {
            throw RefusedException.inUse("upload-in-use", "the upload " + id, users);
        }
        LOG.infof("team=%s upload=%s is deleted", team, id);
    }

    /** A new upload as {@code files} puts it into the store; when that fails, nothing of it stays. */
    private Upload whole(TeamId team, Consumer<UUID> files) {
        UUID id = UUID.randomUUID();
        try {
            files.accept(id);
            return kept(team, id);
        } catch (RuntimeException e) {
            store.delete(team, id);
            throw e;
        }
    }

    /** Keeps what can be unpacked, and notes what cannot. */
    private void keep(TeamId team, UUID id, ReceivedArchive archive, BooleanSupplier clientLeft)
            throws ArchiveRefusedException {
        ArchiveContents contents = archive.contents();
        int around = WrappingFolder.depth(
                contents.files().stream().map(ArchiveFile::path).toList());
        List<LeftOutFile> leftOut = new ArrayList<>(contents.unusable());
        int kept = 0;
        for (ArchiveFile file : contents.files()) {
            requireWaiting(team, id, clientLeft);
            try {
                store.put(team, id, file.path().from(around), archive.content(file));
                kept++;
            } catch (UnusableEntryException e) {
                leftOut.add(e.file());
            }
        }
        requireAny(kept, leftOut, contents.notices());
        note(team, id, new UploadNotes(leftOut, contents.notices()));
    }

    /** Nobody hears of an upload whose sender has left, or can use it. */
    private static void requireWaiting(TeamId team, UUID id, BooleanSupplier clientLeft) {
        if (clientLeft.getAsBoolean()) {
            LOG.infof("team=%s upload=%s is given up: who sent it has left", team, id);
            throw RefusedException.conflict("client-left", "nobody waits for the upload any more");
        }
    }

    private static void requireAny(int kept, List<LeftOutFile> leftOut, List<FileNotice> notices)
            throws ArchiveRefusedException {
        if (kept == 0) {
            List<String> found = new ArrayList<>();
            leftOut.stream().limit(NAMED).forEach(file -> found.add(file.name() + " " + file.reason()));
            notices.forEach(notice -> found.add(notice.message() + ": " + notice.names()));
            String reason = found.isEmpty()
                    ? "holds no files at all"
                    : "holds no files that can be used: " + String.join("; ", found);
            throw new ArchiveRefusedException("archive", reason, null);
        }
    }

    private void note(TeamId team, UUID id, UploadNotes notes) {
        if (!notes.equals(UploadNotes.NONE)) {
            store.note(team, id, notes);
        }
    }

    private void keep(TeamId team, UUID id, List<ReceivedFile> files, BooleanSupplier clientLeft) {
        List<String> hidden = new ArrayList<>();
        for (ReceivedFile file : files) {
            requireWaiting(team, id, clientLeft);
            ObjectPath path = ObjectPath.parse(file.path());
            if (HiddenFiles.hide(path)) {
                hidden.add(file.path());
            } else {
                store.put(team, id, path, content(file));
            }
        }
        if (hidden.size() == files.size()) {
            throw RefusedException.unprocessable("validation-failed", "files", "are hidden files, and nothing else");
        }
        note(team, id, new UploadNotes(List.of(), FileNotice.hidden(hidden)));
    }

    private Upload kept(TeamId team, UUID id) {
        Upload upload = listing.find(team, id);
        LOG.infof("team=%s upload=%s files=%d bytes=%d is kept", team, id, upload.files(), upload.bytes());
        return upload;
    }

    private byte[] content(ReceivedFile file) {
        try {
            return Files.readAllBytes(file.content());
        } catch (IOException e) {
            throw new UncheckedIOException("a received file cannot be read", e);
        }
    }

    private long size(ReceivedFile file) {
        try {
            long bytes = Files.size(file.content());
            requireSmall(file.path(), bytes);
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException("a received file cannot be read", e);
        }
    }

    private void requireSmall(String path, long bytes) {
        if (bytes > fileBytes) {
            throw RefusedException.unprocessable(
                    "file-too-large", path, path + ": more than the " + fileBytes + " bytes that one image may have");
        }
    }

    private static void requireFit(List<String> paths, int most) {
        if (paths.isEmpty() || paths.size() > most) {
            throw RefusedException.unprocessable(
                    "validation-failed", "files", "must be 1 to " + most + ", not " + paths.size());
        }
        List<FieldError> errors = new ArrayList<>();
        Set<String> known = new HashSet<>();
        for (int i = 0; i < paths.size(); i++) {
            String field = "files[" + i + "]";
            UploadPath.fault(paths.get(i)).ifPresent(fault -> errors.add(new FieldError(field, fault)));
            if (!known.add(paths.get(i))) {
                errors.add(new FieldError(field, "occurs twice: " + paths.get(i)));
            }
        }
        if (!errors.isEmpty()) {
            throw RefusedException.unprocessable("validation-failed", "some files cannot be kept", errors);
        }
    }
}
