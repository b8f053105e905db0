package dev.gangway.artifacts.store;

/** An object is larger than its reader takes. */
public final class ObjectTooLargeException extends StoreException {

    ObjectTooLargeException(String key, long limit) {
        super("the object " + key + " is larger than " + limit + " bytes", null);
    }
}
