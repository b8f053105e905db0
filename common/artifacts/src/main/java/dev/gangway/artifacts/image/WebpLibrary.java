package dev.gangway.artifacts.image;

import com.luciad.imageio.webp.WebPImageReaderSpi;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageReader;

/**
 * Google's own decoder of WebP, which comes as machine code. It is written to a temporary folder, which is deleted as soon as it is loaded, so that none
 * is left, whatever ends this process.
 */
final class WebpLibrary {

    /** Where the library unpacks itself; it searches all of it for older ones. */
    private static final String FOLDER = "com.luciad.imageio.webp.tmpdir";

    private static boolean loaded;

    private WebpLibrary() {}

    /**
     * A reader of one file; it makes a picture of its own and tells of no progress.
     *
     * @throws IllegalStateException when there is no machine code for this machine
     */
    static synchronized ImageReader reader() throws IOException {
        ImageReader reader = new WebPImageReaderSpi().createReaderInstance(null);
        if (!loaded) {
            load(reader);
            loaded = true;
        }
        return reader;
    }

    private static void load(ImageReader reader) throws IOException {
        Path folder = Files.createTempDirectory("gangway-webp-");
        System.setProperty(FOLDER, folder.toString());
        try {
            // Its settings are kept by the machine code.
            reader.getDefaultReadParam();
        } catch (LinkageError e) {
            throw new IllegalStateException("the decoder of WebP does not run on this machine", e);
        } finally {
            delete(folder);
        }
    }

    private static void delete(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> listed = Files.list(folder)) {
            files = listed.toList();
        }
        for (Path file : files) {
            Files.delete(file);
        }
        Files.delete(folder);
    }
}
