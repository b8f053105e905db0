package dev.gangway.benchmarks.image;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** A few of the bundled images in an archive of their own: decoding thousands of them takes longer than most tests. */
public final class SmallArchive {

    private static final Path BUNDLED = Path.of("../local/images/cifar-10-subset.zip");

    private SmallArchive() {}

    /** Writes {@code train} images to learn from and to validate with, and {@code test} others, into {@code folder}. */
    public static BundledImages in(Path folder, int train, int test) throws IOException {
        Path archive = folder.resolve("few.zip");
        try (ZipFile all = new ZipFile(BUNDLED.toFile());
                ZipOutputStream few = new ZipOutputStream(Files.newOutputStream(archive))) {
            copy(all, "train/", train, few);
            copy(all, "test/", test, few);
        }
        return new BundledImages(archive);
    }

    private static void copy(ZipFile all, String folder, int count, ZipOutputStream few) throws IOException {
        List<? extends ZipEntry> entries = all.stream()
                .filter(entry -> entry.getName().startsWith(folder) && !entry.isDirectory())
                .limit(count)
                .toList();
        for (ZipEntry entry : entries) {
            few.putNextEntry(new ZipEntry(entry.getName()));
            try (InputStream content = all.getInputStream(entry)) {
                content.transferTo(few);
            }
        }
    }
}
