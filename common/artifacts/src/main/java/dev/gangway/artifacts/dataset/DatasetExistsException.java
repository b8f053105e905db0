package dev.gangway.artifacts.dataset;

import dev.gangway.contracts.training.DatasetReference;

/** This version of the dataset was written before; versions never change. */
public final class DatasetExistsException extends RuntimeException {

    DatasetExistsException(DatasetReference dataset, Throwable cause) {
        super(
                "the dataset " + dataset.team() + "/" + dataset.name() + " has a version " + dataset.version()
                        + " already",
                cause);
    }
}
