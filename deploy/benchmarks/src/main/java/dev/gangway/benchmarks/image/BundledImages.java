package dev.gangway.benchmarks.image;

import dev.gangway.artifacts.image.ImageDecoder;
import dev.gangway.artifacts.image.ImageLimits;
import dev.gangway.artifacts.image.UnreadableImageException;
import dev.gangway.evaluation.RgbImage;
import dev.gangway.gan.image.ImageArray;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * The images that come with the sources: of {@code train/}, in the order of their names, the last tenth is for validation and the
 * rest to learn from.
 *
 * @param archive a ZIP file with the folders {@code train/} and {@code test/}
 */
public record BundledImages(Path archive) {

    private static final String TRAIN = "train/";
    private static final String TEST = "test/";
    private static final int TENTHS = 10;

    /** What networks learn from. */
    public ImageArray training() throws IOException {
        return read(TRAIN, all -> all.subList(0, learned(all)));
    }

    /** The first {@code count} validation images. */
    public ImageArray validation(int count) throws IOException {
        return read(TRAIN, all -> first(all.subList(learned(all), all.size()), count));
    }

    /** The first {@code count} test images. */
    public ImageArray test(int count) throws IOException {
        return read(TEST, all -> first(all, count));
    }

    private static int learned(List<ZipEntry> all) {
        return all.size() - all.size() / TENTHS;
    }

    private static List<ZipEntry> first(List<ZipEntry> entries, int count) {
        if (count > entries.size()) {
            throw new IllegalArgumentException("there are " + entries.size() + " images, not " + count);
        }
        return entries.subList(0, count);
    }

    private ImageArray read(String folder, UnaryOperator<List<ZipEntry>> choice) throws IOException {
        try (ZipFile zip = new ZipFile(archive.toFile())) {
            List<ZipEntry> entries = zip.stream()
                    .<ZipEntry>map(entry -> entry)
                    .filter(entry -> !entry.isDirectory() && entry.getName().startsWith(folder))
                    .sorted(Comparator.comparing(ZipEntry::getName))
                    .toList();
            List<RgbImage> images = new ArrayList<>();
            for (ZipEntry entry : choice.apply(entries)) {
                images.add(read(zip, entry));
            }
            return PixelOrder.planar(images);
        }
    }

    private static RgbImage read(ZipFile zip, ZipEntry entry) throws IOException {
        try (InputStream content = zip.getInputStream(entry)) {
            var image = new ImageDecoder(ImageLimits.DEFAULT).decode(entry.getName(), content.readAllBytes());
            return new RgbImage(image.height(), image.width(), image.rgb());
        } catch (UnreadableImageException e) {
            throw new IOException(e);
        }
    }
}
