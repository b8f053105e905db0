package dev.gangway.artifacts.image;

import dev.gangway.artifacts.image.format.ColourProfile;
import dev.gangway.artifacts.image.format.ImageFile;
import dev.gangway.artifacts.image.format.ImageHeader;
import dev.gangway.artifacts.image.format.MalformedFileException;
import dev.gangway.artifacts.image.format.PictureNote;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/**
 * Reads PNG, JPEG and WebP files, which nobody vouches for.
 *
 * <ul>
 *   <li>The content decides what a file is, not its name.
 *   <li>Bytes, pixels, scans and memory are checked before anything is decoded; time is while it is.
 *   <li>What does not belong to the picture (broken colour profiles, bytes around it, a missing end) is passed over, with a note.
 *   <li>Of a picture whose data ends early what is there is read, with a note; nothing that looks whole is made up.
 *   <li>The image is turned and mirrored as EXIF's orientation says; a block that cannot be read counts as upright.
 *   <li>Colours are taken as they are stored: colour profiles are not applied, but for the inks of a JPEG for printing, which
 *       become RGB.
 * </ul>
 */
public final class ImageDecoder {

    private final ImageLimits limits;
    private final DecodingRoom room;
    private final Clock clock;

    public ImageDecoder(ImageLimits limits) {
        this(limits, DecodingRoom.ofThisProcess(), new ProcessorClock());
    }

    ImageDecoder(ImageLimits limits, DecodingRoom room, Clock clock) {
        this.limits = limits;
        this.room = room;
        this.clock = clock;
    }

    /**
     * Reads the file {@code name} with {@code content} for networks: upright, 8-bit RGB by the rules of {@link PictureSamples#rgb()}.
     *
     * @throws UnreadableImageException when it is too large, of another format, damaged, or of a kind that is refused
     */
    public PixelImage decode(String name, byte[] content) throws UnreadableImageException {
        return decode(name, content, () -> false);
    }

    /**
     * The same, given up when {@code stop} says so.
     *
     * @throws CancellationException then
     */
    public PixelImage decode(String name, byte[] content, BooleanSupplier stop) throws UnreadableImageException {
        return read(name, content, true, stop, picture -> whole(name, picture));
    }

    /**
     * Reads a picture as its file has it, as far as it is there.
     *
     * @throws UnreadableImageException when it is too large, of another format, of a kind that is refused, or nothing of it can be shown
     * @throws CancellationException when {@code stop} says so
     */
    public DecodedPicture open(String name, byte[] content, BooleanSupplier stop) throws UnreadableImageException {
        return read(name, content, false, stop, picture -> picture);
    }

    /**
     * Reads a file for networks as {@link #decode} does, and makes a square of it or of a part. However many do this at once, the whole
     * pictures never take more memory than there is for decoding.
     *
     * @param part what is cut out of it first; all when empty
     * @throws UnreadableImageException also when the image does not hold the part
     * @throws CancellationException when {@code stop} says so
     */
    public PixelImage square(
            String name, byte[] content, Optional<Crop> part, SquareResize resize, BooleanSupplier stop)
            throws UnreadableImageException {
        return read(name, content, true, stop, picture -> {
            PixelImage image = whole(name, picture);
            if (part.isPresent() && !part.get().fits(image)) {
                throw refusal(name, "an " + image + " does not hold " + part.get(), null);
            }
            return part.isPresent() ? resize.apply(image, part.get()) : resize.apply(image);
        });
    }

    /** What is made of a picture while there is room for it. */
    private interface Use<T> {
        T of(DecodedPicture picture) throws UnreadableImageException;
    }

    private static PixelImage whole(String name, DecodedPicture picture) throws UnreadableImageException {
        if (!picture.complete()) {
            throw refusal(name, lastOf(picture.notes()), null);
        }
        return picture.samples().rgb();
    }

    private <T> T read(String name, byte[] content, boolean asRgb, BooleanSupplier stop, Use<T> use)
            throws UnreadableImageException {
        if (content.length > limits.bytes()) {
            throw refusal(name, content.length + " bytes are more than the " + limits.bytes() + " allowed", null);
        }
        ImageFile file = takenApart(name, content);
        requirePixels(name, file.header());
        Orientation orientation = ExifOrientation.of(file.exif());
        long bytes = bytes(name, file, orientation, asRgb);
        requireRoom(name, file.header(), bytes);
        Optional<String> refusal = DecodingWork.refusal(file);
        if (refusal.isPresent()) {
            throw refusal(name, refusal.get(), null);
        }
        DecodingRoom.Place place = room.enter(bytes, stop);
        try {
            return use.of(read(name, file, orientation, new DecodingWatch(clock, limits.time(), stop)));
        } finally {
            place.leave();
        }
    }

    private static ImageFile takenApart(String name, byte[] content) throws UnreadableImageException {
        try {
            return ImageFile.of(content);
        } catch (MalformedFileException e) {
            throw refusal(name, e.getMessage(), e);
        }
    }

    private static long bytes(String name, ImageFile file, Orientation orientation, boolean asRgb)
            throws UnreadableImageException {
        try {
            return DecodingWork.bytes(file, orientation != Orientation.UPRIGHT, asRgb);
        } catch (MalformedFileException e) {
            throw refusal(name, e.getMessage(), e);
        }
    }

    private void requirePixels(String name, ImageHeader header) throws UnreadableImageException {
        if (header.pixels() > limits.pixels()) {
            throw refusal(name, header.pixels() + " pixels are more than the " + limits.pixels() + " allowed", null);
        }
    }

    private void requireRoom(String name, ImageHeader header, long bytes) throws UnreadableImageException {
        if (!room.holds(bytes)) {
            throw refusal(
                    name,
                    String.format(
                            Locale.ROOT,
                            "decoding %dx%d pixels of %d channels with %d bits takes %d MiB of memory, more than the %d there are for it",
                            header.width(),
                            header.height(),
                            header.channels(),
                            header.bits(),
                            bytes >> 20,
                            room.bytes() >> 20),
                    null);
        }
    }

    private static DecodedPicture read(String name, ImageFile file, Orientation orientation, DecodingWatch watch)
            throws UnreadableImageException {
        try {
            PictureReading.Read read = new PictureReading(file, watch).read();
            boolean complete = read.fault() == null && file.intact();
            boolean inks = ImageReaders.hasInks(file);
            return new DecodedPicture(
                    orientation.upright(read.samples()),
                    orientation.isOnItsSide(),
                    file.format(),
                    file.header().lossy(),
                    inks ? Optional.<ColourProfile>empty() : file.profile(),
                    complete,
                    DecodingNotes.of(file, read));
        } catch (IOException e) {
            if (watch.isStopped()) {
                throw (CancellationException)
                        new CancellationException("nobody waits for the picture any more").initCause(e);
            }
            String reason = watch.hasEnded()
                    ? watch.reason()
                    : "damaged " + file.format().label() + " file: " + e.getMessage();
            throw refusal(name, reason, e);
        }
    }

    private static String lastOf(List<PictureNote> notes) {
        return notes.get(notes.size() - 1).text();
    }

    private static UnreadableImageException refusal(String name, String reason, Throwable cause) {
        return new UnreadableImageException(name, reason, cause);
    }
}
