package dev.gangway.artifacts.dataset;

/** An object of a dataset is not what its manifest says; the message names the object. */
public final class DatasetMismatchException extends RuntimeException {

    DatasetMismatchException(String message, Throwable cause) {
        super(message, cause);
    }
}
