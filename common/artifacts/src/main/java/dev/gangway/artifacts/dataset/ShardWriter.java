package dev.gangway.artifacts.dataset;

import dev.gangway.artifacts.image.PixelImage;
import dev.gangway.artifacts.store.ObjectStore;
import dev.gangway.artifacts.store.StoredPart;
import dev.gangway.contracts.completion.Split;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Writes the images of one split into shards. */
final class ShardWriter {

    static final int IMAGES_IN_A_SHARD = 4096;

    private final ObjectStore store;
    private final String folder;
    private final String name;
    private final List<Shard> written = new ArrayList<>();
    private final ByteArrayOutputStream pending = new ByteArrayOutputStream();
    private int images;

    /**
     * Names shards after their split and {@code upload}, so that two uploads of one dataset never touch each other's.
     */
    ShardWriter(ObjectStore store, String folder, Split split, String upload) {
        this.store = store;
        this.folder = folder;
        this.name = split.name().toLowerCase(Locale.ROOT) + "-%05d-" + upload + ".rgb";
    }

    void add(PixelImage image) {
        pending.writeBytes(image.rgb());
        images++;
        if (images == IMAGES_IN_A_SHARD) {
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
