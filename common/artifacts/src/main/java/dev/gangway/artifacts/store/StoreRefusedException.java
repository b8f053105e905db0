package dev.gangway.artifacts.store;

/** The store answers, and refuses: no right to the bucket, no space left, an error of its own. Trying again soon hardly helps. */
public final class StoreRefusedException extends StoreException {
    StoreRefusedException(String message, Throwable cause) {
        super(message, cause);
    }
}
