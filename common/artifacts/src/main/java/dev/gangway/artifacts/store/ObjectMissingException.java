package dev.gangway.artifacts.store;

/** There is no object under the key. */
public final class ObjectMissingException extends StoreException {

    private final String key;

    ObjectMissingException(String key, Throwable cause) {
        super("the store has no object " + key, cause);
        this.key = key;
    }

    /** The key that was asked for. */
    public String key() {
        return key;
    }
}
