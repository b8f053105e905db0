package dev.gangway.completion.picture;

import dev.gangway.artifacts.completion.CompletedImageStore;
import dev.gangway.artifacts.image.ImageDecoder;
import dev.gangway.artifacts.image.ImageLimits;
import dev.gangway.artifacts.image.PixelImage;
import dev.gangway.artifacts.image.UnreadableImageException;
import dev.gangway.artifacts.picture.Picture;
import dev.gangway.artifacts.picture.PictureFile;
import dev.gangway.artifacts.store.ObjectMissingException;
import dev.gangway.completion.report.Thumbnail;
import dev.gangway.completion.report.Tile.Captioned;
import dev.gangway.contracts.completion.CompletionTask.MergePictures;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Small copies of a picture for a page; one that is gone or was changed meanwhile is left out. */
@Singleton
public class PictureThumbnails {

    private final PictureFiles files;
    private final CompletedImageStore store;
    private final ImageDecoder decoder = new ImageDecoder(new ImageLimits(Integer.MAX_VALUE - 1, Long.MAX_VALUE));

    PictureThumbnails(PictureFiles files, CompletedImageStore store) {
        this.files = files;
        this.store = store;
    }

    /** The truth if there is one, the picture as it was sent, and as it was completed. */
    public List<Captioned> of(MergePictures task, int number, Picture picture) {
        List<Captioned> thumbnails = new ArrayList<>();
        sent("truth", picture.truth()).ifPresent(image -> thumbnails.add(new Captioned("truth", image)));
        sent("image", picture.image()).ifPresent(image -> thumbnails.add(new Captioned("sent", image)));
        completed(task, number).ifPresent(image -> thumbnails.add(new Captioned("completed", image)));
        return thumbnails;
    }

    private Optional<PixelImage> sent(String what, PictureFile file) {
        try {
            return file == null ? Optional.empty() : Optional.of(Thumbnail.of(files.read(what, file)));
        } catch (UnusablePictureException e) {
            return Optional.empty();
        }
    }

    private Optional<PixelImage> completed(MergePictures task, int number) {
        String key = store.imageKey(task.team(), task.job(), number);
        try {
            return Optional.of(Thumbnail.of(decoder.decode(key, store.read(key))));
        } catch (ObjectMissingException | UnreadableImageException e) {
            return Optional.empty();
        }
    }
}
