package dev.gangway.artifacts.dataset;

import dev.gangway.artifacts.image.PixelImage;
import dev.gangway.artifacts.store.ObjectPath;
import dev.gangway.artifacts.store.ObjectStore;
import dev.gangway.artifacts.store.StoredPart;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Writes the images of one split into shards. */
final class ShardWriter {

    private static final int LARGEST_SHARD = 12 << 20;
    private static final int MOST_IMAGES = 4096;

    private final ObjectStore store;
    private final ObjectPath folder;
    private final String name;
    private final int imagesInAShard;
    private final int imageBytes;
    private final List<Shard> written = new ArrayList<>();
    private final List<byte[]> pending = new ArrayList<>();

    /** Writes shards of images of {@code side} pixels; {@code name} is a format that takes the shard's number. */
    ShardWriter(ObjectStore store, ObjectPath folder, String name, int side) {
        this.store = store;
        this.folder = folder;
        this.name = name;
        this.imagesInAShard = imagesInAShard(side);
        this.imageBytes = side * side * PixelImage.CHANNELS;
    }

    /** As many as make 12 MiB, at most 4096: who writes or reads holds one shard in memory. */
    static int imagesInAShard(int side) {
        return Math.max(1, Math.min(MOST_IMAGES, LARGEST_SHARD / (side * side * PixelImage.CHANNELS)));
    }

    void add(PixelImage image) {
        pending.add(image.rgb());
        if (pending.size() == imagesInAShard) {
            flush();
        }
    }

    List<Shard> finish() {
        if (!pending.isEmpty()) {
            flush();
        }
        return List.copyOf(written);
    }

    List<Shard> written() {
        return List.copyOf(written);
    }

    private void flush() {
        ByteBuffer shard = ByteBuffer.allocate(pending.size() * imageBytes);
        pending.forEach(shard::put);
        String part = String.format(Locale.ROOT, name, written.size());
        written.add(new Shard(pending.size(), StoredPart.write(store, folder, part, shard.array())));
        pending.clear();
    }
}
