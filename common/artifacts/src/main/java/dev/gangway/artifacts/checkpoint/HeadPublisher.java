package dev.gangway.artifacts.checkpoint;

import dev.gangway.artifacts.store.JsonObjects;
import dev.gangway.artifacts.store.ObjectMissingException;
import dev.gangway.artifacts.store.ObjectStore;
import dev.gangway.artifacts.store.PreconditionFailedException;
import dev.gangway.artifacts.store.SealedJson;
import dev.gangway.artifacts.store.StoredObject;
import dev.gangway.contracts.training.CheckpointId;
import dev.gangway.contracts.training.CheckpointReference;
import java.io.IOException;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Moves a job's head to a new checkpoint by comparing and setting: of two writers that have read the same head one wins, and the
 * other looks again at what it lost against.
 */
final class HeadPublisher {

    private static final int HEAD_LIMIT = 64 * 1024;

    static final Comparator<CheckpointReference> BY_PROGRESS = Comparator.comparing(
            CheckpointReference::id,
            Comparator.comparingInt(CheckpointId::stage)
                    .thenComparingLong(CheckpointId::step)
                    .thenComparingLong(CheckpointId::token));
    private static final Comparator<CheckpointReference> BY_CLAIM = Comparator.<CheckpointReference>comparingLong(
                    checkpoint -> checkpoint.id().token())
            .thenComparing(BY_PROGRESS);

    private final ObjectStore store;
    private final Clock clock;

    HeadPublisher(ObjectStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    Optional<CheckpointHead> head(CheckpointLine line) {
        return stored(line).flatMap(object -> parse(line, object));
    }

    void publish(CheckpointReference checkpoint) {
        boolean published = false;
        while (!published) {
            published = tryPublish(checkpoint);
        }
    }

    /** Whether the head was still the one that was read; tokens only grow, so that losing ends in a refusal. */
    private boolean tryPublish(CheckpointReference checkpoint) {
        CheckpointLine line = CheckpointLine.of(checkpoint);
        Optional<StoredObject> present = stored(line);
        present.flatMap(object -> parse(line, object)).ifPresent(head -> requireNoNewer(line, checkpoint, head));
        String key = CheckpointKeys.head(line);
        byte[] head = SealedJson.write(new CheckpointHead(checkpoint.id(), clock.instant()));
        try {
            if (present.isPresent()) {
                store.replaceIfMatch(
                        key, head, JsonObjects.CONTENT_TYPE, present.get().etag());
            } else {
                store.putIfAbsent(key, head, JsonObjects.CONTENT_TYPE);
            }
            return true;
        } catch (PreconditionFailedException e) {
            return false;
        }
    }

    private static void requireNoNewer(CheckpointLine line, CheckpointReference checkpoint, CheckpointHead head) {
        if (head.checkpoint().token() > checkpoint.id().token()) {
            throw new StaleTokenException(
                    line, checkpoint.id().token(), head.checkpoint().token());
        }
    }

    private Optional<StoredObject> stored(CheckpointLine line) {
        try {
            return Optional.of(store.get(CheckpointKeys.head(line), HEAD_LIMIT));
        } catch (ObjectMissingException e) {
            return Optional.empty();
        }
    }

    /** What a head says; one that is damaged says what the checkpoints say that are there: the newest claim's last is the head. */
    private Optional<CheckpointHead> parse(CheckpointLine line, StoredObject object) {
        try {
            return Optional.of(SealedJson.read(object.content(), CheckpointHead.class));
        } catch (IOException e) {
            return list(line).stream()
                    .max(BY_CLAIM)
                    .map(checkpoint -> new CheckpointHead(checkpoint.id(), clock.instant()));
        }
    }

    /** Every checkpoint of the line that has a manifest, the least advanced first. */
    List<CheckpointReference> list(CheckpointLine line) {
        return store.stream(CheckpointKeys.folder(line))
                .flatMap(object -> CheckpointKeys.checkpoint(line, object.key()).stream())
                .sorted(BY_PROGRESS)
                .toList();
    }
}
