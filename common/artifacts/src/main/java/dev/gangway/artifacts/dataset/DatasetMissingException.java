package dev.gangway.artifacts.dataset;

import dev.gangway.contracts.training.DatasetReference;

/** There is no such dataset, or no such version of it. */
public final class DatasetMissingException extends RuntimeException {

    DatasetMissingException(DatasetReference dataset, Throwable cause) {
        super("there is no dataset " + dataset.team() + "/" + dataset.name() + " version " + dataset.version(), cause);
    }
}
