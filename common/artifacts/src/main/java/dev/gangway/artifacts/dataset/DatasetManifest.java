package dev.gangway.artifacts.dataset;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.gangway.artifacts.image.PixelImage;
import dev.gangway.artifacts.store.StoredPart;
import dev.gangway.contracts.completion.Split;
import dev.gangway.contracts.training.DatasetReference;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What a dataset consists of. It is written last: without a manifest there is no dataset.
 *
 * @param dataset which dataset
 * @param side height and width of its square RGB images in pixels
 * @param origin where the images come from
 * @param preparation what was done to them; null in a dataset of a time when nobody noted it
 * @param splits the shards of each split in the order of the images; a split without images is not named
 * @param meanImage the mean of the training images, a PNG file
 * @param createdAt when the dataset was written
 */
public record DatasetManifest(
        DatasetReference dataset,
        int side,
        DatasetOrigin origin,
        Preparation preparation,
        Map<Split, List<Shard>> splits,
        StoredPart meanImage,
        Instant createdAt) {

    public DatasetManifest {
        splits = Map.copyOf(splits);
    }

    /** How many images the split has. */
    public int count(Split split) {
        return shards(split).stream().mapToInt(Shard::images).sum();
    }

    /** The shards of a split in the order of its images. */
    public List<Shard> shards(Split split) {
        return splits.getOrDefault(split, List.of());
    }

    @JsonIgnore
    int bytesOfAnImage() {
        return side * side * PixelImage.CHANNELS;
    }
}
