package dev.gangway.artifacts.store;

/** The store cannot be reached, refuses the credentials or answers with an error of its own: worth another try later. */
public final class StoreUnavailableException extends StoreException {

    public StoreUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
