package dev.gangway.artifacts.store;

/** An object is not the one that its manifest describes. */
public final class ContentMismatchException extends StoreException {

    ContentMismatchException(String key, String reason, Throwable cause) {
        super("the object " + key + " " + reason, cause);
    }
}
