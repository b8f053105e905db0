package dev.gangway.completion.batch;

import dev.gangway.artifacts.completion.CompletedImageStore;
import dev.gangway.artifacts.completion.FeatureRows;
import dev.gangway.artifacts.completion.TaskClaim;
import dev.gangway.artifacts.store.ContentHash;
import dev.gangway.artifacts.store.ContentMismatchException;
import dev.gangway.artifacts.store.JsonObjects;
import dev.gangway.artifacts.store.ObjectMissingException;
import dev.gangway.artifacts.store.SealedJson;
import dev.gangway.completion.judgement.ImageSet;
import dev.gangway.completion.judgement.JudgedPart;
import dev.gangway.completion.judgement.RefusedImage;
import dev.gangway.completion.network.PixelLayout;
import dev.gangway.completion.task.TaskRefusedException;
import dev.gangway.contracts.completion.CompletionTask;
import dev.gangway.evaluation.RgbImage;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What tasks leave in the store: completed images, and under their claim's token what the merge needs, which is figures as JSON
 * and features as 32-bit floats beside it.
 */
@Singleton
public class TaskObjects {

    private static final String FIGURES = "figures.json";

    private final CompletedImageStore store;

    public TaskObjects(CompletedImageStore store) {
        this.store = store;
    }

    /** Writes a completed image; whoever completes it again writes the same. */
    public void putImage(CompletionTask task, int index, RgbImage image) {
        store.putImage(task.team(), task.job(), index, PixelLayout.pixelImage(image));
    }

    /** Writes what was judged with {@code extractor} of pictures, whose refusals are told elsewhere; returns the key of the figures. */
    public String putPart(TaskClaim claim, String extractor, JudgedPart part) {
        return putPart(claim, extractor, part, List.of());
    }

    /** Writes what was judged with {@code extractor} beside the images that could not be completed; returns the key of the figures. */
    public String putPart(TaskClaim claim, String extractor, JudgedPart part, List<RefusedImage> refused) {
        Map<String, Map<ImageSet, ContentHash>> hashes = new LinkedHashMap<>();
        part.features().forEach((describer, sets) -> hashes.put(describer, putFeatures(claim, describer, sets)));
        PartFigures figures = new PartFigures(extractor, part.images(), refused, hashes, part.classes());
        return store.putTaskObject(claim, FIGURES, SealedJson.write(figures), JsonObjects.CONTENT_TYPE);
    }

    /** The figures under {@code key}. */
    public PartFigures figures(String key) throws TaskRefusedException {
        try {
            return SealedJson.read(read(key), PartFigures.class);
        } catch (IOException e) {
            throw new TaskRefusedException("part-corrupt", "the object " + key + " holds no figures", e);
        }
    }

    /** The features that {@code extractor} found in one set; they belong to the figures under {@code key}. */
    public List<float[]> features(String key, PartFigures figures, String extractor, ImageSet set)
            throws TaskRefusedException {
        if (!figures.features().containsKey(extractor)) {
            throw new TaskRefusedException("extractors-differ", "the part " + key + " has no features of " + extractor);
        }
        String sibling = key.substring(0, key.lastIndexOf('/') + 1) + file(extractor, set);
        byte[] content = read(sibling);
        if (!ContentHash.of(content).equals(figures.features().get(extractor).get(set))) {
            throw new TaskRefusedException("part-corrupt", "the object " + sibling + " does not belong to " + key);
        }
        return FeatureRows.decode(content);
    }

    private byte[] read(String key) throws TaskRefusedException {
        try {
            return store.read(key);
        } catch (ObjectMissingException e) {
            throw new TaskRefusedException("part-missing", e.getMessage(), e);
        } catch (ContentMismatchException e) {
            throw new TaskRefusedException("part-corrupt", e.getMessage(), e);
        }
    }

    private Map<ImageSet, ContentHash> putFeatures(
            TaskClaim claim, String extractor, Map<ImageSet, List<float[]>> sets) {
        Map<ImageSet, ContentHash> hashes = new EnumMap<>(ImageSet.class);
        sets.forEach((set, rows) -> {
            byte[] content = FeatureRows.encode(rows);
            store.putTaskObject(claim, file(extractor, set), content, "application/octet-stream");
            hashes.put(set, ContentHash.of(content));
        });
        return hashes;
    }

    private static String file(String extractor, ImageSet set) {
        return "features-" + extractor + "-" + set.label() + ".f32";
    }
}
