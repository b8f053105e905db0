package dev.gangway.artifacts.image;

import com.twelvemonkeys.imageio.plugins.jpeg.JPEGImageReaderSpi;
import dev.gangway.artifacts.image.format.ImageFile;
import java.io.IOException;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.spi.IIORegistry;
import javax.imageio.spi.ImageReaderSpi;

/**
 * Which decoder reads what: Java's own wherever it can, TwelveMonkeys' for the inks of printers, Google's for WebP. They are named, for the
 * order in which ImageIO finds them is left to chance.
 */
final class ImageReaders {

    private static final String OF_JAVA = "com.sun.imageio.";
    private static final int INKS = 4;

    private ImageReaders() {}

    static ImageReader of(ImageFile file) throws IOException {
        return switch (file.format()) {
            case PNG -> ofJava("png");
            case JPEG -> hasInks(file) ? readerOfInks() : ofJava("jpeg");
            case WEBP -> WebpLibrary.reader();
        };
    }

    /** Whether a JPEG is for printing: cyan, magenta, yellow and black. */
    static boolean hasInks(ImageFile file) {
        return switch (file.format()) {
            case JPEG -> file.header().channels() == INKS;
            case PNG, WEBP -> false;
        };
    }

    /** It reads through Java's, which it finds when it is registered. */
    private static ImageReader readerOfInks() throws IOException {
        IIORegistry registry = IIORegistry.getDefaultInstance();
        if (registry.getServiceProviderByClass(JPEGImageReaderSpi.class) == null) {
            registry.registerServiceProvider(new JPEGImageReaderSpi(), ImageReaderSpi.class);
        }
        return registry.getServiceProviderByClass(JPEGImageReaderSpi.class).createReaderInstance(null);
    }

    private static ImageReader ofJava(String format) {
        for (Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(format); readers.hasNext(); ) {
            ImageReader reader = readers.next();
            if (reader.getClass().getName().startsWith(OF_JAVA)) {
                return reader;
            }
        }
        throw new IllegalStateException("this Java platform reads no " + format);
    }
}
