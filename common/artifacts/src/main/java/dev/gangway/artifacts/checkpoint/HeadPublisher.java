package dev.gangway.artifacts.checkpoint;

import dev.gangway.artifacts.store.JsonObjects;
import dev.gangway.artifacts.store.ObjectMissingException;
import dev.gangway.artifacts.store.ObjectStore;
import dev.gangway.artifacts.store.PreconditionFailedException;
import dev.gangway.artifacts.store.StoredObject;
import dev.gangway.contracts.training.CheckpointReference;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.Optional;

/**
 * Moves a job's head to a new checkpoint by comparing and setting: of two writers that have read the same head one wins, and the
 * other looks again at what it lost against.
 */
final class HeadPublisher {

    private static final int HEAD_LIMIT = 64 * 1024;

    private final ObjectStore store;
    private final Clock clock;

    HeadPublisher(ObjectStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    Optional<CheckpointHead> head(CheckpointLine line) {
        return stored(line).map(HeadPublisher::parse);
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
        present.map(HeadPublisher::parse).ifPresent(head -> requireNoNewer(line, checkpoint, head));
        String key = CheckpointKeys.head(line);
        byte[] head = JsonObjects.write(new CheckpointHead(checkpoint.id(), clock.instant()));
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

    private static CheckpointHead parse(StoredObject object) {
        try {
            return JsonObjects.read(object.content(), CheckpointHead.class);
        } catch (IOException e) {
            throw new UncheckedIOException("the object " + object.key() + " is no head", e);
        }
    }
}
