package dev.gangway.trainer.dataset;

/** A split does not fit into the cache, even if nothing else is there. */
public final class DatasetTooLargeException extends RuntimeException {

    DatasetTooLargeException(long needed, long limit) {
        super("the split has " + needed + " bytes, more than the " + limit
                + " that this trainer keeps (gangway.cache.bytes)");
    }
}
