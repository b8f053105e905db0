package dev.gangway.artifacts.image;

import dev.gangway.artifacts.image.format.ColourProfile;
import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Writes pictures with the samples that they have, and their colour profile beside them. */
public final class PictureEncoder {

    private static final float QUALITY = 0.95f;
    private static final int PNG_HEADER = 33;
    private static final int SEGMENT = 65_519;
    private static final int JPEG_START = 4;
    private static final String OF_JAVA = "com.sun.imageio.";

    private PictureEncoder() {}

    /** A PNG file, without loss. */
    public static byte[] png(PictureSamples samples, Optional<ColourProfile> profile) {
        byte[] file = written("png", samples);
        return profile.isPresent() ? inserted(file, PNG_HEADER, chunk(profile.get())) : file;
    }

    /** A JPEG file of quality 95 in Java's scale; the samples have 8 bits and no opacity, as those of a JPEG have. */
    public static byte[] jpeg(PictureSamples samples, Optional<ColourProfile> profile) {
        byte[] file = written("jpeg", samples);
        int behindTheFirstSegment = JPEG_START + (ByteBuffer.wrap(file).getShort(JPEG_START) & 0xffff);
        return profile.isPresent() ? inserted(file, behindTheFirstSegment, segments(profile.get())) : file;
    }

    private static byte[] written(String format, PictureSamples samples) {
        ImageWriter writer = writer(format);
        FilePieces file = new FilePieces();
        try (MemoryCacheImageOutputStream output = new MemoryCacheImageOutputStream(file)) {
            writer.setOutput(output);
            ImageWriteParam settings = writer.getDefaultWriteParam();
            if (format.equals("jpeg")) {
                settings.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
                settings.setCompressionQuality(QUALITY);
            }
            writer.write(null, new IIOImage(buffered(samples), null, null), settings);
        } catch (IOException e) {
            throw new UncheckedIOException("a picture cannot be written to memory", e);
        } finally {
            writer.dispose();
        }
        return file.take();
    }

    private static ImageWriter writer(String format) {
        for (var writers = ImageIO.getImageWritersByFormatName(format); writers.hasNext(); ) {
            ImageWriter writer = writers.next();
            if (writer.getClass().getName().startsWith(OF_JAVA)) {
                return writer;
            }
        }
        throw new IllegalStateException("this Java platform writes no " + format);
    }

    private static BufferedImage buffered(PictureSamples samples) {
        int space = samples.isGrey() ? ColorSpace.CS_GRAY : ColorSpace.CS_sRGB;
        ComponentColorModel colours = new ComponentColorModel(
                ColorSpace.getInstance(space),
                samples.hasOpacity(),
                false,
                samples.hasOpacity() ? Transparency.TRANSLUCENT : Transparency.OPAQUE,
                samples.raster().getTransferType());
        return new BufferedImage(colours, samples.raster(), false, null);
    }

    private static byte[] chunk(ColourProfile profile) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes("iCCPICC profile\0\0".getBytes(StandardCharsets.ISO_8859_1));
        try (DeflaterOutputStream packed = new DeflaterOutputStream(body)) {
            packed.write(profile.content());
        } catch (IOException e) {
            throw new UncheckedIOException("a colour profile cannot be written to memory", e);
        }
        byte[] content = body.toByteArray();
        CRC32 sum = new CRC32();
        sum.update(content);
        return ByteBuffer.allocate(content.length + 2 * Integer.BYTES)
                .putInt(content.length - Integer.BYTES)
                .put(content)
                .putInt((int) sum.getValue())
                .array();
    }

    private static byte[] segments(ColourProfile profile) {
        byte[] content = profile.content();
        int count = (content.length + SEGMENT - 1) / SEGMENT;
        ByteArrayOutputStream segments = new ByteArrayOutputStream();
        for (int number = 0; number < count; number++) {
            int from = number * SEGMENT;
            int length = Math.min(SEGMENT, content.length - from);
            segments.writeBytes(ByteBuffer.allocate(JPEG_START)
                    .putShort((short) 0xffe2)
                    .putShort((short) (length + 16))
                    .array());
            segments.writeBytes("ICC_PROFILE\0".getBytes(StandardCharsets.ISO_8859_1));
            segments.write(number + 1);
            segments.write(count);
            segments.write(content, from, length);
        }
        return segments.toByteArray();
    }

    private static byte[] inserted(byte[] file, int at, byte[] part) {
        return ByteBuffer.allocate(file.length + part.length)
                .put(file, 0, at)
                .put(part)
                .put(file, at, file.length - at)
                .array();
    }
}
