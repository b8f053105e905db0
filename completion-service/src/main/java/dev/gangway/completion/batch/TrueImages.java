package dev.gangway.completion.batch;

import dev.gangway.artifacts.dataset.DatasetManifest;
import dev.gangway.artifacts.dataset.DatasetReader;
import dev.gangway.artifacts.dataset.SplitImages;
import dev.gangway.completion.network.LeastRecentlyUsed;
import dev.gangway.completion.network.PixelLayout;
import dev.gangway.completion.task.TaskRefusedException;
import dev.gangway.contracts.completion.CompletionTask.ImageRange;
import dev.gangway.contracts.completion.Split;
import dev.gangway.evaluation.RgbImage;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The images of datasets; those asked for last stay in memory. For the worker's thread. */
@Singleton
public class TrueImages {

    /** Every stage is judged on the same few ranges, one after the other. */
    private static final int RANGES_KEPT = 8;

    private final DatasetReader datasets;
    private final Map<ImageRange, Truth> loaded = new LeastRecentlyUsed<>(RANGES_KEPT, truth -> {});

    public TrueImages(DatasetReader datasets) {
        this.datasets = datasets;
    }

    /**
     * The images of {@code range}.
     *
     * @throws TaskRefusedException when the split has fewer images
     * @throws dev.gangway.artifacts.dataset.DatasetMissingException when there is no such dataset
     * @throws dev.gangway.artifacts.dataset.DatasetMismatchException when an object is not what its manifest says
     */
    public Truth of(ImageRange range) throws TaskRefusedException {
        Truth known = loaded.get(range);
        if (known != null) {
            return known;
        }
        Truth truth = read(range);
        loaded.put(range, truth);
        return truth;
    }

    /**
     * Those images of {@code range} that {@code numbers} names, by their numbers in the split. One shard of the dataset at a time
     * is in memory, and none stays there.
     *
     * @throws dev.gangway.artifacts.dataset.DatasetMissingException when there is no such dataset
     * @throws dev.gangway.artifacts.dataset.DatasetMismatchException when an object is not what its manifest says
     */
    public Map<Integer, RgbImage> selected(ImageRange range, Collection<Integer> numbers) {
        DatasetManifest manifest = datasets.manifest(range.dataset());
        int inAShard = manifest.shards(range.split()).get(0).images();
        Map<Integer, RgbImage> images = new TreeMap<>();
        numbers.stream()
                .collect(Collectors.groupingBy(number -> number / inAShard, Collectors.toCollection(TreeSet::new)))
                .values()
                .forEach(ofAShard -> images.putAll(selected(manifest, range.split(), ofAShard)));
        return images;
    }

    private Map<Integer, RgbImage> selected(DatasetManifest manifest, Split split, SortedSet<Integer> numbers) {
        int from = numbers.first();
        SplitImages around = datasets.load(manifest, split, from, numbers.last() - from + 1);
        return numbers.stream()
                .collect(Collectors.toMap(
                        Function.identity(), number -> PixelLayout.rgbImage(around.image(number - from))));
    }

    private Truth read(ImageRange range) throws TaskRefusedException {
        DatasetManifest manifest = datasets.manifest(range.dataset());
        int available = manifest.count(range.split());
        if (range.from() + (long) range.count() > available) {
            throw new TaskRefusedException(
                    "images-out-of-range",
                    "the split has " + available + " images, too few for " + range.count() + " from " + range.from());
        }
        return new Truth(
                range.from(),
                datasets.load(manifest, range.split(), range.from(), range.count()).all().stream()
                        .map(PixelLayout::rgbImage)
                        .toList(),
                PixelLayout.rgbImage(datasets.meanImage(manifest)));
    }
}
