package dev.gangway.local.paper;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gangway.local.dataset.BundledImages;
import dev.gangway.local.dataset.Datasets;
import dev.gangway.local.paper.plan.ImageSet;
import java.util.List;

/**
 * The datasets of a run.
 *
 * @param names those that the user named; the bundled images when there are none
 * @param bundled the bundled images
 * @param imageSize height and width to which the bundled images are made
 * @param faces whether the named ones are of faces
 */
public record ImageSets(List<String> names, BundledImages bundled, int imageSize, boolean faces) {

    /** What the bundled archive has: a tenth of its training images is set aside for validation. */
    private static final int BUNDLED_TRAIN = 4488;

    private static final int BUNDLED_VALIDATION = 498;
    private static final int BUNDLED_TEST = 1007;

    public ImageSets {
        names = List.copyOf(names);
    }

    /** The datasets at the gateway; the bundled images are imported unless they are there. */
    public List<ImageSet> present(Datasets datasets) {
        return names.isEmpty()
                ? List.of(of(datasets.present(bundled.name(imageSize), bundled.archive(), imageSize), false))
                : names.stream().map(name -> of(datasets.named(name), faces)).toList();
    }

    /** The datasets as a plan has them that asks nobody: the sizes of all are taken to be those of the bundled images. */
    public List<ImageSet> assumed() {
        List<String> named = names.isEmpty() ? List.of(bundled.name(imageSize)) : names;
        return named.stream()
                .map(name -> new ImageSet(name, 1, imageSize, BUNDLED_TRAIN, BUNDLED_VALIDATION, BUNDLED_TEST, faces))
                .toList();
    }

    private static ImageSet of(JsonNode dataset, boolean faces) {
        JsonNode images = dataset.path("images");
        return new ImageSet(
                dataset.path("name").asText(),
                dataset.path("version").asInt(),
                dataset.path("imageSize").asInt(),
                images.path("train").asInt(),
                images.path("validation").asInt(),
                images.path("test").asInt(),
                faces);
    }
}
