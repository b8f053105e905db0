package dev.gangway.completion.picture;

import dev.gangway.artifacts.completion.CompletedImageStore;
import dev.gangway.artifacts.image.ImageDecoder;
import dev.gangway.artifacts.image.ImageLimits;
import dev.gangway.artifacts.image.PixelImage;
import dev.gangway.artifacts.image.UnreadableImageException;
import dev.gangway.artifacts.picture.Picture;
import dev.gangway.artifacts.picture.PictureFile;
import dev.gangway.artifacts.store.ContentMismatchException;
import dev.gangway.artifacts.store.ObjectMissingException;
import dev.gangway.artifacts.store.ObjectTooLargeException;
import dev.gangway.completion.picture.PictureAttempts.Attempt;
import dev.gangway.completion.report.Thumbnail;
import dev.gangway.completion.report.Tile.Captioned;
import dev.gangway.completion.task.TaskRefusedException;
import dev.gangway.contracts.completion.CompletionTask.MergePictures;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Small copies of a picture for a page; one that is gone, damaged, was changed meanwhile or cannot be drawn is left out. */
@Singleton
public class PictureThumbnails {

    private final PictureFiles files;
    private final CompletedImageStore store;
    private final ImageDecoder decoder = new ImageDecoder(new ImageLimits(Integer.MAX_VALUE - 1, Long.MAX_VALUE));

    PictureThumbnails(PictureFiles files, CompletedImageStore store) {
        this.files = files;
        this.store = store;
    }

    /**
     * The truth if there is one, the picture as it was sent, and as it was completed.
     *
     * @throws java.util.concurrent.CancellationException when {@code stop} says so
     */
    public List<Captioned> of(MergePictures task, int number, Picture picture, BooleanSupplier stop)
            throws TaskRefusedException {
        NumberedPicture numbered = new NumberedPicture(number, picture);
        Map<String, Attempt<PixelImage>> sources = new LinkedHashMap<>();
        if (picture.truth() != null) {
            sources.put("truth", () -> sent("truth", picture.truth(), stop));
        }
        sources.put("sent", () -> sent("image", picture.image(), stop));
        sources.put("completed", () -> completed(task, number, stop));
        List<Captioned> thumbnails = new ArrayList<>();
        for (Map.Entry<String, Attempt<PixelImage>> source : sources.entrySet()) {
            drawn(task, numbered, source.getValue())
                    .ifPresent(image -> thumbnails.add(new Captioned(source.getKey(), image)));
        }
        return thumbnails;
    }

    private Optional<PixelImage> drawn(MergePictures task, NumberedPicture picture, Attempt<PixelImage> source)
            throws TaskRefusedException {
        return new PictureAttempts(task.job(), new FinishedPictures())
                .of(picture, () -> Thumbnail.of(source.make()), fault -> {});
    }

    private PixelImage sent(String what, PictureFile file, BooleanSupplier stop) throws UnusablePictureException {
        return files.read(what, file, stop).samples().rgb();
    }

    private PixelImage completed(MergePictures task, int number, BooleanSupplier stop) throws UnusablePictureException {
        String key = store.storedImageKey(task.team(), task.job(), number);
        try {
            return decoder.open(key, store.read(key), stop).samples().rgb();
        } catch (ObjectMissingException
                | ContentMismatchException
                | ObjectTooLargeException
                | UnreadableImageException e) {
            throw new UnusablePictureException("completion-unreadable", e.getMessage(), e);
        }
    }
}
