package dev.gangway.artifacts.store;

/** The store did not do what it was asked. */
public abstract sealed class StoreException extends RuntimeException
        permits ObjectMissingException,
                ObjectTooLargeException,
                ContentMismatchException,
                PreconditionFailedException,
                StoreUnavailableException,
                StoreRefusedException {

    StoreException(String message, Throwable cause) {
        super(message, cause);
    }
}
