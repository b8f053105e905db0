package dev.gangway.completion.merge;

import dev.gangway.artifacts.completion.CompletedImageStore;
import dev.gangway.artifacts.image.ImageDecoder;
import dev.gangway.artifacts.image.ImageLimits;
import dev.gangway.artifacts.image.PixelImage;
import dev.gangway.artifacts.image.UnreadableImageException;
import dev.gangway.artifacts.store.ContentMismatchException;
import dev.gangway.artifacts.store.ObjectMissingException;
import dev.gangway.artifacts.store.ObjectTooLargeException;
import dev.gangway.contracts.completion.CompletionTask.MergeFigures;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.jboss.logging.Logger;

/** The completed images of a dataset's job, as reports show them. */
@Singleton
class DrawnImages {

    private static final Logger LOG = Logger.getLogger(DrawnImages.class);

    private final CompletedImageStore store;
    private final ImageDecoder decoder = new ImageDecoder(ImageLimits.DEFAULT);

    DrawnImages(CompletedImageStore store) {
        this.store = store;
    }

    /** The completed image at {@code index}; nothing when it was not completed, is gone or damaged: a report can do without it. */
    Optional<PixelImage> of(MergeFigures task, int index) {
        String key = store.imageKey(task.team(), task.job(), index);
        try {
            return Optional.of(decoder.decode(key, store.read(key)));
        } catch (ObjectMissingException
                | ContentMismatchException
                | ObjectTooLargeException
                | UnreadableImageException e) {
            LOG.warnf("job=%s image %d is not drawn: %s", task.job(), index, e.getMessage());
            return Optional.empty();
        }
    }
}
