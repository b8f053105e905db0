package dev.gangway.artifacts.image;

import dev.gangway.artifacts.image.format.ImageFile;
import dev.gangway.artifacts.image.format.ImageFormat;
import dev.gangway.artifacts.image.format.ImageHeader;
import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.io.IOException;
import java.util.Iterator;
import javax.imageio.IIOException;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;

/** Decodes the pixels of one file, as far as they go: what a decoder had written before it gave up is kept. */
final class PictureReading {

    private final ImageFile file;
    private final DecodingWatch watch;
    private final ReadingProgress progress;

    PictureReading(ImageFile file, DecodingWatch watch) {
        this.file = file;
        this.watch = watch;
        this.progress = new ReadingProgress(watch);
    }

    /**
     * What was read.
     *
     * @param samples all of them, some of which may be made up
     * @param soundRows how many rows are surely as they were written; all of them also where nothing can be said of any
     * @param fault what is wrong with the others; null when nothing is
     * @param strayBytes whether bytes of the picture's data were passed over
     * @param strayColours whether pixels have colours that the palette does not
     */
    record Read(PictureSamples samples, int soundRows, String fault, boolean strayBytes, boolean strayColours) {}

    /**
     * Reads it.
     *
     * @throws IOException when nothing could be read
     */
    Read read() throws IOException {
        ImageReader reader = ImageReaders.of(file);
        try (WatchedInput input = new WatchedInput(file.essence(), watch)) {
            reader.setInput(input, true, true);
            reader.addIIOReadProgressListener(progress);
            reader.addIIOReadWarningListener(progress);
            return read(reader);
        } finally {
            reader.dispose();
        }
    }

    private Read read(ImageReader reader) throws IOException {
        ImageHeader header = file.header();
        BufferedImage target = target(reader);
        String fault = null;
        try {
            ImageReadParam into = reader.getDefaultReadParam();
            into.setDestination(target);
            target = reader.read(0, into);
            fault = progress.complaints().isEmpty()
                    ? null
                    : progress.complaints().get(0);
        } catch (IOException | RuntimeException e) {
            // ImageIO's readers answer some damaged files with unchecked exceptions.
            if (target == null || progress.soundRows(header.height()) == 0) {
                throw new IOException(reasonOf(e), e);
            }
            fault = reasonOf(e);
        }
        if (watch.hasEnded()) {
            throw new IOException(watch.reason());
        }
        int sound = fault == null || !header.rowByRow() ? header.height() : progress.soundRows(header.height());
        PictureSamples samples = DecodedPixels.of(target, header.channels());
        if (fault != null && samples.isOfOneColour()) {
            throw new IOException(fault + "; nothing of it can be shown");
        }
        boolean strayColours = DecodedPixels.indicesBeyond(target, file.paletteColours());
        return new Read(samples, sound, fault, progress.sawStrayBytes(), strayColours);
    }

    /** What the reader fills; none where it makes its own, which is whole or not there. */
    private BufferedImage target(ImageReader reader) throws IOException {
        ImageHeader header = file.header();
        return switch (file.format()) {
            case JPEG -> ImageReaders.hasInks(file) ? offered(reader, header) : plain(header);
            case PNG -> offered(reader, header);
            case WEBP -> null;
        };
    }

    /** What the reader itself makes, in the order of {@link PictureSamples} if it can: any other is copied afterwards. */
    static BufferedImage offered(ImageReader reader, ImageHeader header) throws IOException {
        if (reader.getWidth(0) != header.width() || reader.getHeight(0) != header.height()) {
            throw new IOException("its parts are of different sizes");
        }
        Iterator<ImageTypeSpecifier> types = reader.getImageTypes(0);
        if (!types.hasNext()) {
            throw new IOException("its colours are of no known kind");
        }
        ImageTypeSpecifier type = types.next();
        int channels = type.getNumBands();
        while (types.hasNext() && !DecodedPixels.isOrdered(type.getSampleModel())) {
            ImageTypeSpecifier other = types.next();
            boolean better = other.getNumBands() == channels && DecodedPixels.isOrdered(other.getSampleModel());
            type = better ? other : type;
        }
        return type.createBufferedImage(header.width(), header.height());
    }

    /** Java's JPEG reader writes into any order of channels, so that nothing has to be copied afterwards. */
    private static BufferedImage plain(ImageHeader header) {
        PictureSamples samples =
                PictureSamples.blank(header.height(), header.width(), header.channels(), header.bits());
        int space = header.channels() == 1 ? ColorSpace.CS_GRAY : ColorSpace.CS_sRGB;
        ComponentColorModel colours = new ComponentColorModel(
                ColorSpace.getInstance(space), false, false, Transparency.OPAQUE, DataBuffer.TYPE_BYTE);
        return new BufferedImage(colours, samples.raster(), false, null);
    }

    private String reasonOf(Exception e) {
        if (file.format() == ImageFormat.WEBP) {
            // Its decoder names but the number of its own that says so.
            return "its picture's data ends early or is broken";
        }
        Throwable told = e instanceof IIOException && e.getCause() != null ? e.getCause() : e;
        return told.getMessage() == null ? told.getClass().getSimpleName() : told.getMessage();
    }
}
