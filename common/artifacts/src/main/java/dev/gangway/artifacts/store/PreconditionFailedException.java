package dev.gangway.artifacts.store;

/** Somebody else wrote the object first; it was left as it is. */
public final class PreconditionFailedException extends StoreException {

    PreconditionFailedException(String key, Throwable cause) {
        super("another writer was first at the object " + key, cause);
    }
}
