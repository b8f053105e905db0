package dev.gangway.artifacts.checkpoint;

import dev.gangway.artifacts.store.ContentMismatchException;
import dev.gangway.artifacts.store.JsonObjects;
import dev.gangway.artifacts.store.ObjectMissingException;
import dev.gangway.artifacts.store.ObjectPath;
import dev.gangway.artifacts.store.ObjectStore;
import dev.gangway.artifacts.store.ObjectTooLargeException;
import dev.gangway.artifacts.store.SealedJson;
import dev.gangway.artifacts.store.StoredPart;
import dev.gangway.contracts.training.CheckpointId;
import dev.gangway.contracts.training.CheckpointReference;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Writes and reads checkpoints.
 *
 * <p>A checkpoint is written part by part and its manifest last; then it is published as its job's newest. Its parts lie under
 * the token of the claim that wrote them, so that a worker that was taken over can overwrite nothing, and publishing refuses a
 * token older than the head's.
 */
public final class CheckpointStore {

    private static final int MANIFEST_LIMIT = 5 * 1024 * 1024;
    private static final String FILE_SUFFIX = ".safetensors";

    private final ObjectStore store;
    private final Clock clock;
    private final HeadPublisher heads;

    public CheckpointStore(ObjectStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
        this.heads = new HeadPublisher(store, clock);
    }

    /**
     * Writes a checkpoint that nobody sees as the newest yet.
     *
     * @param parts the content of each safetensors file by part, such as {@code generator}
     * @throws dev.gangway.artifacts.store.PreconditionFailedException when this checkpoint was written before
     */
    public CheckpointManifest write(
            CheckpointReference checkpoint, CheckpointDescription description, Map<String, byte[]> parts) {
        ObjectPath folder = CheckpointKeys.folder(checkpoint);
        List<StoredPart> written = new ArrayList<>();
        new TreeMap<>(parts)
                .forEach((part, content) -> written.add(StoredPart.write(store, folder, part + FILE_SUFFIX, content)));
        CheckpointManifest manifest = new CheckpointManifest(checkpoint, description, written, clock.instant());
        store.putIfAbsent(CheckpointKeys.manifest(checkpoint), SealedJson.write(manifest), JsonObjects.CONTENT_TYPE);
        return manifest;
    }

    /**
     * Makes a checkpoint its job's newest.
     *
     * @throws StaleTokenException when a newer claim has published one: the caller must stop
     */
    public void publish(CheckpointManifest manifest) {
        heads.publish(manifest.checkpoint());
    }

    /**
     * Takes a line over for the claim with {@code token}: whoever held it before publishes nothing more, also when it does not know yet that
     * it was replaced.
     *
     * @throws StaleTokenException when a newer claim has it: the caller must stop
     */
    public void takeOver(CheckpointLine line, long token) {
        heads.takeOver(line, token);
    }

    /** What the job's newest checkpoint is; empty before the first. */
    public Optional<CheckpointHead> head(CheckpointLine line) {
        return heads.head(line);
    }

    /** Every checkpoint of the line that has a manifest, the least advanced first. */
    public List<CheckpointReference> list(CheckpointLine line) {
        return heads.list(line);
    }

    /**
     * The manifest of a checkpoint.
     *
     * @throws CheckpointMissingException when there is none
     * @throws CorruptCheckpointException when it cannot be read, or is not as it was written
     */
    public CheckpointManifest manifest(CheckpointReference checkpoint) {
        String key = CheckpointKeys.manifest(checkpoint);
        try {
            byte[] content = store.get(key, MANIFEST_LIMIT).content();
            return requireOf(checkpoint, SealedJson.read(content, CheckpointManifest.class));
        } catch (ObjectMissingException e) {
            throw new CheckpointMissingException(checkpoint, e);
        } catch (IOException | ContentMismatchException | ObjectTooLargeException e) {
            throw new CorruptCheckpointException(
                    checkpoint, "its manifest " + key + " cannot be read: " + e.getMessage(), e);
        }
    }

    /**
     * Reads a checkpoint with all its parts.
     *
     * @throws CheckpointMissingException when there is none
     * @throws CorruptCheckpointException when a part is missing or has other content than the manifest says
     */
    public Checkpoint read(CheckpointReference checkpoint) {
        CheckpointManifest manifest = manifest(checkpoint);
        return read(manifest, manifest.parts());
    }

    /**
     * Reads those of a checkpoint's parts that {@code names} names and that it has: completion needs no optimizer.
     *
     * @throws CheckpointMissingException when there is none
     * @throws CorruptCheckpointException when a part is missing or has other content than the manifest says
     */
    public Checkpoint read(CheckpointReference checkpoint, Set<String> names) {
        CheckpointManifest manifest = manifest(checkpoint);
        return read(
                manifest,
                manifest.parts().stream()
                        .filter(part -> names.contains(nameOf(part)))
                        .toList());
    }

    /**
     * Reads the newest checkpoint of the line that is whole: the head's, or else the one before it, and so on. Empty when
     * none was published.
     *
     * @throws CorruptCheckpointException when all of them are corrupt: the newest one's
     */
    public Optional<RecoveredCheckpoint> latestIntact(CheckpointLine line) {
        List<CorruptCheckpointException> refused = new ArrayList<>();
        for (CheckpointReference candidate : publishedFrom(line)) {
            try {
                return Optional.of(new RecoveredCheckpoint(read(candidate), refused));
            } catch (CorruptCheckpointException e) {
                refused.add(e);
            } catch (CheckpointMissingException e) {
                refused.add(new CorruptCheckpointException(candidate, "its manifest is missing", e));
            }
        }
        if (!refused.isEmpty()) {
            throw refused.get(0);
        }
        return Optional.empty();
    }

    /** The head's checkpoint, then all that are less advanced, the most advanced first. */
    private List<CheckpointReference> publishedFrom(CheckpointLine line) {
        Optional<CheckpointHead> head = head(line);
        if (head.isEmpty()) {
            return List.of();
        }
        CheckpointId id = head.get().checkpoint();
        CheckpointReference newest = line.checkpoint(id.stage(), id.step(), id.token());
        List<CheckpointReference> candidates = new ArrayList<>(List.of(newest));
        list(line).stream()
                .filter(other -> HeadPublisher.BY_PROGRESS.compare(other, newest) < 0)
                .sorted(HeadPublisher.BY_PROGRESS.reversed())
                .forEach(candidates::add);
        return candidates;
    }

    private static CheckpointManifest requireOf(CheckpointReference checkpoint, CheckpointManifest manifest) {
        if (!manifest.checkpoint().equals(checkpoint)) {
            throw new CorruptCheckpointException(
                    checkpoint,
                    "its manifest is that of " + manifest.checkpoint().id(),
                    null);
        }
        return manifest;
    }

    private Checkpoint read(CheckpointManifest manifest, List<StoredPart> parts) {
        Map<String, byte[]> contents = new HashMap<>();
        for (StoredPart part : parts) {
            try {
                contents.put(nameOf(part), part.read(store, CheckpointKeys.folder(manifest.checkpoint())));
            } catch (ContentMismatchException e) {
                throw new CorruptCheckpointException(manifest.checkpoint(), e.getMessage(), e);
            }
        }
        return new Checkpoint(manifest, contents);
    }

    private static String nameOf(StoredPart part) {
        return part.name().substring(0, part.name().length() - FILE_SUFFIX.length());
    }
}
