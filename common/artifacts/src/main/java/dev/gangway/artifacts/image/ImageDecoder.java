package dev.gangway.artifacts.image;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import javax.imageio.IIOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * Reads PNG and JPEG files.
 *
 * <ul>
 *   <li>The content decides what a file is, not its name.
 *   <li>Size in bytes and pixels is checked before anything is decoded.
 *   <li>A file that its decoder complains about, such as one that ends early, is refused whole.
 *   <li>Pixels become 8-bit RGB as {@link RgbSamples} says; a JPEG with four channels (CMYK) is refused.
 *   <li>The image is turned and mirrored as EXIF's orientation says, in a JPEG's APP1 segment or a PNG's eXIf chunk. One that
 *       cannot be read counts as upright.
 *   <li>Colours are taken as they are stored: colour profiles are not applied.
 * </ul>
 */
public final class ImageDecoder {

    private final ImageLimits limits;

    public ImageDecoder(ImageLimits limits) {
        this.limits = limits;
    }

    /**
     * Reads the file {@code name} with {@code content}; the image that comes back is upright.
     *
     * @throws UnreadableImageException when it is too large, of another format, damaged, or of a kind that is refused
     */
    public PixelImage decode(String name, byte[] content) throws UnreadableImageException {
        if (content.length > limits.bytes()) {
            throw refusal(name, content.length + " bytes are more than the " + limits.bytes() + " allowed");
        }
        ImageFormat format = ImageFormat.of(content).orElseThrow(() -> refusal(name, foreign(content)));
        ImageReader reader = ImageIO.getImageReadersByFormatName(format.name()).next();
        try (ImageInputStream input = new MemoryCacheImageInputStream(new ByteArrayInputStream(content))) {
            reader.setInput(input, true, true);
            PixelImage stored = decode(name, format, reader);
            return ExifOrientation.of(format, content).upright(stored);
        } catch (IOException | RuntimeException e) {
            // ImageIO's readers answer some damaged files with unchecked exceptions.
            throw new UnreadableImageException(name, "damaged " + format + " file: " + reasonOf(e), e);
        } finally {
            reader.dispose();
        }
    }

    private PixelImage decode(String name, ImageFormat format, ImageReader reader)
            throws IOException, UnreadableImageException {
        long pixels = (long) reader.getWidth(0) * reader.getHeight(0);
        if (pixels > limits.pixels()) {
            throw refusal(name, pixels + " pixels are more than the " + limits.pixels() + " allowed");
        }
        if (format == ImageFormat.JPEG && hasFourChannels(reader)) {
            throw refusal(name, "a JPEG with four channels (CMYK) is not read");
        }
        List<String> complaints = new ArrayList<>();
        reader.addIIOReadWarningListener((source, warning) -> complaints.add(warning));
        BufferedImage image = reader.read(0);
        if (!complaints.isEmpty()) {
            throw refusal(name, "damaged file: " + String.join("; ", complaints));
        }
        return RgbSamples.of(image);
    }

    /** ImageIO names no colour model for CMYK, and takes four channels of no stated meaning for RGB with opacity. */
    private static boolean hasFourChannels(ImageReader reader) throws IOException {
        Iterator<ImageTypeSpecifier> types = reader.getImageTypes(0);
        return !types.hasNext() || types.next().getNumBands() > PixelImage.CHANNELS;
    }

    private static String foreign(byte[] content) {
        if (content.length == 0) {
            return "the file is empty";
        }
        return ForeignFormat.of(content)
                .map(format -> "a " + format + " file by its content; PNG and JPEG are read")
                .orElse("neither a PNG nor a JPEG file by its content");
    }

    private static UnreadableImageException refusal(String name, String reason) {
        return new UnreadableImageException(name, reason, null);
    }

    private static String reasonOf(Exception e) {
        Throwable told = e instanceof IIOException && e.getCause() != null ? e.getCause() : e;
        return told.getMessage() == null ? told.getClass().getSimpleName() : told.getMessage();
    }
}
