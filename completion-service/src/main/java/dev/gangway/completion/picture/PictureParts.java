package dev.gangway.completion.picture;

import dev.gangway.artifacts.completion.CompletedImageStore;
import dev.gangway.artifacts.completion.TaskClaim;
import dev.gangway.artifacts.image.DecodedPicture;
import dev.gangway.artifacts.image.PictureEncoder;
import dev.gangway.artifacts.image.PictureSamples;
import dev.gangway.artifacts.image.format.ImageFormat;
import dev.gangway.artifacts.store.JsonObjects;
import dev.gangway.artifacts.store.ObjectMissingException;
import dev.gangway.artifacts.store.SealedJson;
import dev.gangway.completion.batch.TaskObjects;
import dev.gangway.completion.task.TaskRefusedException;
import dev.gangway.contracts.completion.CompletionTask.CompletePictures;
import dev.gangway.contracts.recipe.CompletionSettings.Output;
import jakarta.inject.Singleton;
import java.io.IOException;

/** What tasks with pictures leave in the store: the completed pictures, and what became of each. */
@Singleton
public class PictureParts {

    private static final String FILE = "pictures.json";

    private final CompletedImageStore store;
    private final TaskObjects objects;

    PictureParts(CompletedImageStore store, TaskObjects objects) {
        this.store = store;
        this.objects = objects;
    }

    /** Reads what {@link #put} wrote under {@code key}. */
    public PicturePart read(String key) throws TaskRefusedException {
        try {
            return SealedJson.read(store.read(key), PicturePart.class);
        } catch (ObjectMissingException e) {
            throw new TaskRefusedException("part-missing", e.getMessage(), e);
        } catch (IOException e) {
            throw new TaskRefusedException("part-corrupt", "the object " + key + " tells of no pictures", e);
        }
    }

    /** Writes a completed picture; whoever completes it again writes the same. */
    void putPicture(CompletePictures task, int number, DecodedPicture original, PictureSamples whole) {
        boolean jpeg = task.settings().output() == Output.ORIGINAL && original.format() == ImageFormat.JPEG;
        if (jpeg) {
            store.putJpeg(task.team(), task.job(), number, PictureEncoder.jpeg(whole, original.profile()));
        } else {
            store.putPng(task.team(), task.job(), number, PictureEncoder.png(whole, original.profile()));
        }
    }

    /** Writes what became of a task's pictures; returns the key. */
    String put(TaskClaim claim, String extractor, FinishedPictures finished) {
        String figures = finished.figures()
                .map(part -> objects.putPart(claim, extractor, part))
                .orElse(null);
        PicturePart part = new PicturePart(finished.outcomes(), figures);
        return store.putTaskObject(claim, FILE, SealedJson.write(part), JsonObjects.CONTENT_TYPE);
    }
}
