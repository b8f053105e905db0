package dev.gangway.trainer.dataset;

import dev.gangway.gan.training.TrainingImages;

/** The images of one training, in files that are open as long as it runs. */
public final class OpenDataset implements AutoCloseable {

    private final FileImages training;
    private final FileImages heldOut;
    private final boolean horizontalFlip;

    OpenDataset(FileImages training, FileImages heldOut, boolean horizontalFlip) {
        this.training = training;
        this.heldOut = heldOut;
        this.horizontalFlip = horizontalFlip;
    }

    /** The images; not to be used after {@link #close()}. */
    public TrainingImages images() {
        return new TrainingImages(training, heldOut, horizontalFlip);
    }

    @Override
    public void close() {
        try {
            training.close();
        } finally {
            heldOut.close();
        }
    }
}
