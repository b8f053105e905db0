package dev.gangway.artifacts.dataset;

import dev.gangway.artifacts.image.ImageDecoder;
import dev.gangway.artifacts.image.ImageLimits;
import dev.gangway.artifacts.image.PixelImage;
import dev.gangway.artifacts.image.UnreadableImageException;
import dev.gangway.artifacts.store.ContentMismatchException;
import dev.gangway.artifacts.store.ObjectMissingException;
import dev.gangway.artifacts.store.ObjectStore;
import dev.gangway.artifacts.store.SealedJson;
import dev.gangway.artifacts.store.StoredPart;
import dev.gangway.contracts.completion.Split;
import dev.gangway.contracts.job.TeamId;
import dev.gangway.contracts.training.DatasetReference;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/** Finds datasets and loads their images; every object is checked against its hash. */
public final class DatasetReader {

    private static final int MANIFEST_LIMIT = 5 * 1024 * 1024;
    private static final Pattern VERSION = Pattern.compile("[1-9]\\d{0,8}");

    private final ObjectStore store;

    public DatasetReader(ObjectStore store) {
        this.store = store;
    }

    /** The team's datasets by name, each with its versions from the first; only what has a manifest. */
    public List<DatasetReference> list(TeamId team) {
        List<DatasetReference> datasets = new ArrayList<>();
        for (String name : store.folders(DatasetKeys.folder(team).prefix())) {
            store.folders(DatasetKeys.folder(team, name).prefix()).stream()
                    .filter(VERSION.asMatchPredicate())
                    .map(version -> new DatasetReference(team, name, Integer.parseInt(version)))
                    .filter(dataset -> store.exists(DatasetKeys.manifest(dataset)))
                    .sorted(Comparator.comparingInt(DatasetReference::version))
                    .forEach(datasets::add);
        }
        return datasets;
    }

    /**
     * The manifest of a dataset.
     *
     * @throws DatasetMissingException when there is none
     * @throws DatasetMismatchException when it cannot be read
     */
    public DatasetManifest manifest(DatasetReference dataset) {
        String key = DatasetKeys.manifest(dataset);
        try {
            return SealedJson.read(store.get(key, MANIFEST_LIMIT).content(), DatasetManifest.class);
        } catch (ObjectMissingException e) {
            throw new DatasetMissingException(dataset, e);
        } catch (ContentMismatchException e) {
            throw new DatasetMismatchException(e.getMessage(), e);
        } catch (IOException e) {
            throw new DatasetMismatchException("the object " + key + " is no manifest: " + e.getMessage(), e);
        }
    }

    /**
     * All images of a split.
     *
     * @throws DatasetMismatchException when an object is missing or has other content than the manifest says
     */
    public SplitImages load(DatasetManifest manifest, Split split) {
        return load(manifest, split, 0, manifest.count(split));
    }

    /**
     * The {@code count} images of a split from index {@code from}; only the shards that hold them are read.
     *
     * @throws IndexOutOfBoundsException when the split has fewer images
     * @throws DatasetMismatchException when an object is missing or has other content than the manifest says
     */
    public SplitImages load(DatasetManifest manifest, Split split, int from, int count) {
        Objects.checkFromIndexSize(from, count, manifest.count(split));
        List<byte[]> shards = new ArrayList<>();
        int inAShard = manifest.shards(split).isEmpty()
                ? 1
                : manifest.shards(split).get(0).images();
        int firstShard = from / inAShard;
        int end = (from + count + inAShard - 1) / inAShard;
        for (int shard = firstShard; shard < end; shard++) {
            shards.add(read(manifest, manifest.shards(split).get(shard).part()));
        }
        return new SplitImages(manifest.side(), inAShard, from % inAShard, count, shards);
    }

    /**
     * Copies all images of a split to {@code target}, shard after shard, a piece at a time: raw uint8 samples in (image,
     * height, width, channel) order.
     *
     * @throws DatasetMismatchException when an object is missing or has other content than the manifest says
     * @throws IOException when {@code target} takes no more
     */
    public void copy(DatasetManifest manifest, Split split, OutputStream target) throws IOException {
        for (Shard shard : manifest.shards(split)) {
            try {
                shard.part().copy(store, DatasetKeys.folder(manifest.dataset()), target);
            } catch (ContentMismatchException e) {
                throw new DatasetMismatchException(e.getMessage(), e);
            }
        }
    }

    /**
     * The mean of the training images.
     *
     * @throws DatasetMismatchException when the object is missing or has other content than the manifest says
     */
    public PixelImage meanImage(DatasetManifest manifest) {
        StoredPart part = manifest.meanImage();
        try {
            return new ImageDecoder(ImageLimits.DEFAULT).decode(part.name(), read(manifest, part));
        } catch (UnreadableImageException e) {
            throw new DatasetMismatchException(e.getMessage(), e);
        }
    }

    private byte[] read(DatasetManifest manifest, StoredPart part) {
        try {
            return part.read(store, DatasetKeys.folder(manifest.dataset()));
        } catch (ContentMismatchException e) {
            throw new DatasetMismatchException(e.getMessage(), e);
        }
    }
}
