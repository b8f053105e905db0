package dev.gangway.artifacts.dataset;

import dev.gangway.artifacts.image.PixelImage;
import dev.gangway.artifacts.image.PngEncoder;
import dev.gangway.artifacts.store.JsonObjects;
import dev.gangway.artifacts.store.ObjectPath;
import dev.gangway.artifacts.store.ObjectStore;
import dev.gangway.artifacts.store.PreconditionFailedException;
import dev.gangway.artifacts.store.SealedJson;
import dev.gangway.artifacts.store.StoredPart;
import dev.gangway.contracts.completion.Split;
import dev.gangway.contracts.training.DatasetReference;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/**
 * Writes one version of a dataset, image by image: shards first, the manifest last.
 *
 * <p>A writer that is closed before {@link #finish()} leaves no manifest, and takes its shards away. Once a manifest was sent that may have arrived, they
 * stay: without one they go with the next collection. For one thread.
 */
public final class DatasetWriter implements AutoCloseable {

    private final ObjectStore store;
    private final DatasetReference dataset;
    private final int side;
    private final DatasetOrigin origin;
    private final Clock clock;
    private final String upload = UUID.randomUUID().toString();
    private final Map<Split, ShardWriter> splits = new EnumMap<>(Split.class);
    private final MeanImage mean;
    private final List<StoredPart> others = new ArrayList<>();
    private Preparation preparation = Preparation.NONE;
    /** Whether a manifest may name the shards. */
    private boolean published;

    /**
     * Starts to write {@code dataset}.
     *
     * @param side height and width of every image in pixels
     * @throws DatasetExistsException when this version is there already
     */
    public DatasetWriter(ObjectStore store, DatasetReference dataset, int side, DatasetOrigin origin, Clock clock) {
        this.store = store;
        this.dataset = dataset;
        this.side = side;
        this.origin = origin;
        this.clock = clock;
        this.mean = new MeanImage(side);
        if (store.exists(DatasetKeys.manifest(dataset))) {
            throw new DatasetExistsException(dataset, null);
        }
        for (Split split : Split.values()) {
            splits.put(split, new ShardWriter(store, DatasetKeys.folder(dataset), shardName(split), side));
        }
    }

    /** Height and width of every image in pixels. */
    public int side() {
        return side;
    }

    /** The most bytes of the heap that it takes to write {@code images}: those of every split's last shard, and one shard more while it is written. */
    long memory(int images) {
        int shard = ShardWriter.imagesInAShard(side);
        long held = Math.min(images, (long) shard * splits.size()) + Math.min(images, shard);
        return held * side * side * PixelImage.CHANNELS;
    }

    /** Says what was done to the images before they are added. */
    void prepared(Preparation done) {
        preparation = done;
    }

    /** Adds an image at the end of a split; one of another size is refused. */
    public void add(Split split, PixelImage image) {
        if (image.height() != side || image.width() != side) {
            throw new IllegalArgumentException("a dataset of " + side + "x" + side + " pixels takes no " + image);
        }
        splits.get(split).add(image);
        if (split == Split.TRAIN) {
            mean.add(image);
        }
    }

    /**
     * Makes the dataset visible.
     *
     * @throws IllegalStateException when it has no training image
     * @throws DatasetExistsException when somebody else wrote this version meanwhile
     */
    public DatasetManifest finish() {
        Map<Split, List<Shard>> shards = new EnumMap<>(Split.class);
        splits.forEach((split, writer) -> {
            List<Shard> written = writer.finish();
            if (!written.isEmpty()) {
                shards.put(split, written);
            }
        });
        if (!shards.containsKey(Split.TRAIN)) {
            throw new IllegalStateException("the dataset " + dataset.name() + " has no training image");
        }
        DatasetManifest manifest =
                new DatasetManifest(dataset, side, origin, preparation, shards, writeMean(), clock.instant());
        publish(manifest);
        return manifest;
    }

    @Override
    public void close() {
        if (!published) {
            ObjectPath folder = DatasetKeys.folder(dataset);
            splits.values().stream()
                    .flatMap(writer -> writer.written().stream())
                    .forEach(shard ->
                            store.delete(folder.resolve(shard.part().name()).key()));
            others.forEach(part -> store.delete(folder.resolve(part.name()).key()));
        }
    }

    /** Shards are named after their split and the upload, so that two uploads of one dataset never touch each other's. */
    private String shardName(Split split) {
        return split.name().toLowerCase(Locale.ROOT) + "-%05d-" + upload + ".rgb";
    }

    private StoredPart writeMean() {
        String name = "mean-image-" + upload + ".png";
        StoredPart part = StoredPart.write(store, DatasetKeys.folder(dataset), name, PngEncoder.encode(mean.image()));
        others.add(part);
        return part;
    }

    private void publish(DatasetManifest manifest) {
        byte[] content = SealedJson.write(manifest);
        published = true;
        try {
            store.putIfAbsent(DatasetKeys.manifest(dataset), content, JsonObjects.CONTENT_TYPE);
        } catch (PreconditionFailedException e) {
            published = false;
            throw new DatasetExistsException(dataset, e);
        }
    }
}
