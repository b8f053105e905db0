package dev.gangway.artifacts.store;

/** An object is not the one that its manifest describes. */
public final class ContentMismatchException extends StoreException {

    /** What {@code key} holds {@code reason}, a clause such as "is no list". */
    public ContentMismatchException(String key, String reason, Throwable cause) {
        super("the object " + key + " " + reason, cause);
    }
}
