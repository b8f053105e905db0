package dev.gangway.artifacts.dataset;

import dev.gangway.artifacts.image.PixelImage;
import dev.gangway.artifacts.store.ObjectPath;
import dev.gangway.artifacts.store.ObjectStore;
import dev.gangway.artifacts.store.StoredPart;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Writes the images of one split into shards. */
final class ShardWriter {

    private static final int LARGEST_SHARD = 48 << 20;
    private static final int MOST_IMAGES = 4096;

    private final ObjectStore store;
    private final ObjectPath folder;
    private final String name;
    private final int imagesInAShard;
    private final List<Shard> written = new ArrayList<>();
    private final ByteArrayOutputStream pending = new ByteArrayOutputStream();
    private int images;

    /** Writes shards of images of {@code side} pixels; {@code name} is a format that takes the shard's number. */
    ShardWriter(ObjectStore store, ObjectPath folder, String name, int side) {
        this.store = store;
        this.folder = folder;
        this.name = name;
        this.imagesInAShard = imagesInAShard(side);
    }

    /** As many as make 48 MiB, at most 4096: who writes or reads holds one shard in memory. */
    static int imagesInAShard(int side) {
        return Math.max(1, Math.min(MOST_IMAGES, LARGEST_SHARD / (side * side * PixelImage.CHANNELS)));
    }

    void add(PixelImage image) {
        pending.writeBytes(image.rgb());
        images++;
        if (images == imagesInAShard) {
            flush();
        }
    }

    List<Shard> finish() {
        if (images > 0) {
            flush();
        }
        return List.copyOf(written);
    }

    List<Shard> written() {
        return List.copyOf(written);
    }

    private void flush() {
        String shard = String.format(Locale.ROOT, name, written.size());
        written.add(new Shard(images, StoredPart.write(store, folder, shard, pending.toByteArray())));
        pending.reset();
        images = 0;
    }
}
