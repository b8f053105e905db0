package dev.gangway.completion.picture;

import dev.gangway.artifacts.image.DecodedPicture;
import dev.gangway.artifacts.image.ImageDecoder;
import dev.gangway.artifacts.image.ImageLimits;
import dev.gangway.artifacts.image.UnreadableImageException;
import dev.gangway.artifacts.picture.PictureFile;
import dev.gangway.artifacts.store.ContentMismatchException;
import dev.gangway.artifacts.store.ObjectMissingException;
import dev.gangway.artifacts.store.ObjectStore;
import dev.gangway.artifacts.store.ObjectTooLargeException;
import dev.gangway.artifacts.store.StoreRefusedException;
import dev.gangway.artifacts.store.StoredObject;
import dev.gangway.completion.config.CompletionConfig;
import jakarta.inject.Singleton;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/** Reads pictures as they were when their job was submitted. */
@Singleton
class PictureFiles {

    private final ObjectStore store;
    private final ImageLimits limits;
    private final ImageDecoder decoder;

    PictureFiles(ObjectStore store, CompletionConfig config) {
        this.store = store;
        this.limits = new ImageLimits(
                config.pictures().imageBytes(), config.pictures().imagePixels());
        this.decoder = new ImageDecoder(limits);
    }

    /** Reads {@code file}, which is the picture's {@code what} and has to be whole. */
    DecodedPicture readWhole(String what, PictureFile file, BooleanSupplier stop) throws UnusablePictureException {
        DecodedPicture picture = read(what, file, stop);
        if (!picture.complete()) {
            throw new UnusablePictureException(
                    what + "-unreadable",
                    "the " + what + ": "
                            + picture.notes().get(picture.notes().size() - 1).text(),
                    null);
        }
        return picture;
    }

    /**
     * Reads {@code file}, which is the picture's {@code what}, as far as it is there.
     *
     * @throws CancellationException when {@code stop} says so, which says nothing of the picture
     */
    DecodedPicture read(String what, PictureFile file, BooleanSupplier stop) throws UnusablePictureException {
        try {
            StoredObject object = store.get(file.key(), limits.bytes());
            if (!object.etag().equals(file.etag())) {
                throw new UnusablePictureException(
                        what + "-changed", "the " + what + " is not the one that was submitted: " + file.key(), null);
            }
            return decoder.open(what, object.content(), stop);
        } catch (ObjectMissingException e) {
            throw new UnusablePictureException(what + "-missing", "the " + what + " is gone: " + file.key(), e);
        } catch (ContentMismatchException e) {
            throw new UnusablePictureException(what + "-damaged", "the " + what + " is damaged: " + file.key(), e);
        } catch (ObjectTooLargeException e) {
            throw new UnusablePictureException(
                    what + "-too-large",
                    "the " + what + " has " + file.bytes() + " bytes, more than the " + limits.bytes() + " allowed",
                    e);
        } catch (StoreRefusedException e) {
            // Credentials that fail for every object fail for the results, too, and then the whole task is done again.
            throw new UnusablePictureException(
                    what + "-refused", "the store hands out no " + what + ": " + e.getMessage(), e);
        } catch (UnreadableImageException e) {
            throw new UnusablePictureException(what + "-unreadable", "the " + what + ": " + e.reason(), e);
        }
    }
}
