package dev.gangway.trainer.dataset;

import dev.gangway.artifacts.dataset.DatasetManifest;
import dev.gangway.artifacts.dataset.DatasetReader;
import dev.gangway.artifacts.dataset.Shard;
import dev.gangway.artifacts.store.ContentHash;
import dev.gangway.contracts.completion.Split;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.InstantSource;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * The splits of datasets as files of this machine, each checked against its manifest whenever it is opened: one that does
 * not match is fetched anew. Several processes may share the folder.
 */
final class DatasetCache {

    private static final Logger LOG = Logger.getLogger(DatasetCache.class);

    private final DatasetReader datasets;
    private final CacheFolder folder;
    private final InstantSource clock;

    DatasetCache(DatasetReader datasets, CacheFolder folder, InstantSource clock) {
        this.datasets = datasets;
        this.folder = folder;
        this.clock = clock;
    }

    /**
     * The images of a split; memory holds none of them.
     *
     * @throws dev.gangway.artifacts.dataset.DatasetMismatchException when an object in the store is missing or has other
     *     content than the manifest says
     * @throws DatasetTooLargeException when the split is larger than the whole cache
     */
    FileImages open(DatasetManifest manifest, Split split) {
        try {
            return present(manifest, split);
        } catch (IOException e) {
            throw new UncheckedIOException("the cache of datasets in " + folder + " cannot be used: " + e, e);
        }
    }

    private FileImages present(DatasetManifest manifest, Split split) throws IOException {
        try {
            return checked(manifest, split);
        } catch (NoSuchFileException e) {
            LOG.infof("%s was deleted by a process that needed room: it is fetched anew", e.getFile());
            return checked(manifest, split);
        }
    }

    private FileImages checked(DatasetManifest manifest, Split split) throws IOException {
        Path file = folder.file(name(manifest, split));
        if (!isWhole(file, manifest, split)) {
            fetch(file, manifest, split);
        }
        Files.setLastModifiedTime(file, FileTime.from(clock.instant()));
        return new FileImages(file, manifest.side(), manifest.count(split));
    }

    private static boolean isWhole(Path file, DatasetManifest manifest, Split split) throws IOException {
        if (!Files.exists(file)) {
            return false;
        }
        try (InputStream content = new BufferedInputStream(Files.newInputStream(file))) {
            for (Shard shard : manifest.shards(split)) {
                if (!shard.part().matches(content)) {
                    LOG.warnf("%s is not what the manifest says: it is fetched anew", file);
                    return false;
                }
            }
        }
        return true;
    }

    private void fetch(Path file, DatasetManifest manifest, Split split) throws IOException {
        Files.deleteIfExists(file);
        folder.makeRoom(manifest.shards(split).stream()
                .mapToLong(shard -> shard.part().bytes())
                .sum());
        Path part = file.resolveSibling(file.getFileName() + "." + UUID.randomUUID() + ".part");
        try {
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(part))) {
                datasets.copy(manifest, split, out);
            }
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    /** Says for people which dataset it is, and for the cache which content. */
    private static String name(DatasetManifest manifest, Split split) {
        String content = manifest.shards(split).stream()
                .map(shard -> shard.part().sha256().hex())
                .collect(Collectors.joining());
        return String.format(
                Locale.ROOT,
                "%s-%s-%d-%s-%s.rgb",
                manifest.dataset().team(),
                manifest.dataset().name(),
                manifest.dataset().version(),
                split.name().toLowerCase(Locale.ROOT),
                ContentHash.of(content.getBytes(StandardCharsets.US_ASCII))
                        .hex()
                        .substring(0, 16));
    }
}
