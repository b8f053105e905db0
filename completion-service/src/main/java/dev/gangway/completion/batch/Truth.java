package dev.gangway.completion.batch;

import dev.gangway.completion.judgement.ImageSet;
import dev.gangway.completion.mask.MeanColour;
import dev.gangway.completion.mask.Occlusion;
import dev.gangway.completion.task.TaskRefusedException;
import dev.gangway.contracts.recipe.MaskRecipe;
import dev.gangway.evaluation.RgbImage;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * True images that others are compared to.
 *
 * @param first the number of the first image in its split
 * @param images consecutive ones, squares of one size, at least one
 * @param mean the mean of the dataset's training images
 */
public record Truth(int first, List<RgbImage> images, RgbImage mean) {

    public Truth {
        images = List.copyOf(images);
    }

    /** Height and width of each image in pixels. */
    public int size() {
        return mean.height();
    }

    /** The images' numbers in their split. */
    public int[] numbers() {
        return IntStream.range(first, first + images.size()).toArray();
    }

    /** The same images in batches of at most {@code size}. */
    public List<Truth> inBatchesOf(int size) {
        return IntStream.iterate(0, from -> from < images.size(), from -> from + size)
                .mapToObj(from ->
                        new Truth(first + from, images.subList(from, Math.min(from + size, images.size())), mean))
                .toList();
    }

    /** What {@code recipe} hides of them; see {@link Occlusion}. */
    public List<Occlusion> occlusions(MaskRecipe recipe, long seed) throws TaskRefusedException {
        return Occlusion.of(recipe, seed, first, images.size(), size());
    }

    /** The true images, the baselines, and {@code completed}, which like occlusions are in the order of the true ones. */
    public Map<ImageSet, List<RgbImage>> beside(List<RgbImage> completed, List<Occlusion> occlusions) {
        RgbImage grey = Occlusion.grey(size());
        Map<ImageSet, List<RgbImage>> sets = new EnumMap<>(ImageSet.class);
        sets.put(ImageSet.TRUTH, images);
        sets.put(ImageSet.OCCLUDED, filled(occlusions, grey));
        sets.put(
                ImageSet.MEAN_COLOUR,
                IntStream.range(0, images.size())
                        .mapToObj(image -> withMeanColour(images.get(image), occlusions.get(image)))
                        .toList());
        sets.put(ImageSet.MEAN_IMAGE, filled(occlusions, mean));
        sets.put(ImageSet.COMPLETED, completed);
        return sets;
    }

    private static RgbImage withMeanColour(RgbImage image, Occlusion occlusion) {
        return occlusion.fill(image, MeanColour.of(image, occlusion.hole()));
    }

    private List<RgbImage> filled(List<Occlusion> occlusions, RgbImage filling) {
        return IntStream.range(0, images.size())
                .mapToObj(i -> occlusions.get(i).fill(images.get(i), filling))
                .toList();
    }
}
