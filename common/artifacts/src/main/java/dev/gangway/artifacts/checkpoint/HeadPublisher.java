package dev.gangway.artifacts.checkpoint;

import dev.gangway.artifacts.store.ContentMismatchException;
import dev.gangway.artifacts.store.JsonObjects;
import dev.gangway.artifacts.store.ObjectMissingException;
import dev.gangway.artifacts.store.ObjectStore;
import dev.gangway.artifacts.store.PreconditionFailedException;
import dev.gangway.artifacts.store.SealedJson;
import dev.gangway.artifacts.store.StoreUnavailableException;
import dev.gangway.artifacts.store.StoredObject;
import dev.gangway.contracts.training.CheckpointId;
import dev.gangway.contracts.training.CheckpointReference;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Moves a job's head to a new checkpoint by comparing and setting: of two writers that have read the same head one wins, and the
 * other looks again at what it lost against.
 */
final class HeadPublisher {

    private static final int HEAD_LIMIT = 64 * 1024;

    /** Others win a few times in a row at most; whoever never wins has a store that refuses whatever the head is. */
    private static final int MOST_ATTEMPTS = 12;

    private static final Duration FIRST_PAUSE = Duration.ofMillis(10);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);

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
    private final Pause pause;

    HeadPublisher(ObjectStore store, Clock clock) {
        this(store, clock, Thread::sleep);
    }

    HeadPublisher(ObjectStore store, Clock clock, Pause pause) {
        this.store = store;
        this.clock = clock;
        this.pause = pause;
    }

    /** Lets time pass. */
    @FunctionalInterface
    interface Pause {
        void of(long milliseconds) throws InterruptedException;
    }

    Optional<CheckpointHead> head(CheckpointLine line) {
        return stored(line).flatMap(object -> parse(line, object)).filter(CheckpointHead::isPublished);
    }

    /** Makes a checkpoint the head, unless a newer claim owns the line. */
    void publish(CheckpointReference checkpoint) {
        replace(
                CheckpointLine.of(checkpoint),
                checkpoint.id().token(),
                head -> CheckpointHead.of(checkpoint.id(), clock.instant()));
    }

    /** Lets nobody publish any more whose token is older. */
    void takeOver(CheckpointLine line, long token) {
        replace(line, token, head -> head.orElse(new CheckpointHead(null, null, null))
                .takenOver(token));
    }

    /**
     * Tries until the head was still the one that was read; tokens only grow, so that losing ends in a refusal.
     *
     * @throws StoreUnavailableException when it never was: the store is not what it should be
     */
    private void replace(
            CheckpointLine line, long token, Function<Optional<CheckpointHead>, CheckpointHead> replacement) {
        for (int attempt = 1; !replaced(line, token, replacement); attempt++) {
            if (attempt == MOST_ATTEMPTS) {
                throw new StoreUnavailableException(
                        "the store says at each of " + MOST_ATTEMPTS + " attempts that " + CheckpointKeys.head(line)
                                + " is not what it handed out just before",
                        null);
            }
            waitAfter(attempt);
        }
    }

    private boolean replaced(
            CheckpointLine line, long token, Function<Optional<CheckpointHead>, CheckpointHead> replacement) {
        Optional<StoredObject> present = stored(line);
        Optional<CheckpointHead> head = present.flatMap(object -> parse(line, object));
        head.ifPresent(known -> requireNoNewer(line, token, known));
        return tryReplace(line, present, replacement.apply(head));
    }

    private void waitAfter(int attempt) {
        try {
            pause.of(Math.min(FIRST_PAUSE.toMillis() << (attempt - 1), LONGEST_PAUSE.toMillis()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreUnavailableException("waiting for the store was given up", e);
        }
    }

    private boolean tryReplace(CheckpointLine line, Optional<StoredObject> present, CheckpointHead replacement) {
        String key = CheckpointKeys.head(line);
        byte[] content = SealedJson.write(replacement);
        try {
            if (present.isPresent()) {
                store.replaceIfMatch(
                        key, content, JsonObjects.CONTENT_TYPE, present.get().etag());
            } else {
                store.putIfAbsent(key, content, JsonObjects.CONTENT_TYPE);
            }
            return true;
        } catch (PreconditionFailedException e) {
            return false;
        }
    }

    private static void requireNoNewer(CheckpointLine line, long token, CheckpointHead head) {
        if (head.newestToken() > token) {
            throw new StaleTokenException(line, token, head.newestToken());
        }
    }

    private Optional<StoredObject> stored(CheckpointLine line) {
        String key = CheckpointKeys.head(line);
        try {
            return Optional.of(store.get(key, HEAD_LIMIT));
        } catch (ObjectMissingException e) {
            return Optional.empty();
        } catch (ContentMismatchException e) {
            return unbelieved(key);
        }
    }

    /** A damaged head without what it says; its tag, which is asked for before it is read again, still replaces it and nothing newer. */
    private Optional<StoredObject> unbelieved(String key) {
        try {
            String tag = store.stat(key).etag();
            return Optional.of(readAgain(key, tag));
        } catch (ObjectMissingException e) {
            return Optional.empty();
        }
    }

    private StoredObject readAgain(String key, String tag) {
        try {
            return store.get(key, HEAD_LIMIT);
        } catch (ContentMismatchException e) {
            return new StoredObject(key, new byte[0], tag);
        }
    }

    /** What a head says; one that is damaged says what the checkpoints say that are there: the newest claim's last is the head. */
    private Optional<CheckpointHead> parse(CheckpointLine line, StoredObject object) {
        try {
            return Optional.of(SealedJson.read(object.content(), CheckpointHead.class));
        } catch (IOException e) {
            return list(line).stream()
                    .max(BY_CLAIM)
                    .map(checkpoint -> CheckpointHead.of(checkpoint.id(), clock.instant()));
        }
    }

    /** Every checkpoint of the line that has a manifest, the least advanced first. */
    List<CheckpointReference> list(CheckpointLine line) {
        return store.stream(CheckpointKeys.folder(line).prefix())
                .flatMap(object -> CheckpointKeys.checkpoint(line, object.key()).stream())
                .sorted(BY_PROGRESS)
                .toList();
    }
}
