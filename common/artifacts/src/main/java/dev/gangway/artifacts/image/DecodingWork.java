package dev.gangway.artifacts.image;

import dev.gangway.artifacts.image.format.ImageFile;
import dev.gangway.artifacts.image.format.ImageHeader;
import dev.gangway.artifacts.image.format.MalformedFileException;
import java.util.Optional;

/**
 * How much work a file makes of its decoder, told from its header alone.
 *
 * <p>A JPEG may go over its pixels as often as it likes: progressive ones have some ten scans, and each costs about 20 ns a pixel even
 * when it holds a few bytes. So scans are counted, and the pixels that all of them go over have to be worth the file's bytes:
 * an empty white picture has some 3,500 for each, a photograph less than 50.
 */
final class DecodingWork {

    private static final int MOST_SCANS = 100;
    private static final long ALWAYS = 64_000_000;
    private static final long FOR_EACH_BYTE = 10_000;
    private static final long WHOLE_COLOURS = Integer.BYTES;
    private static final long GROUP_OF_CODES = 20 << 10;

    private DecodingWork() {}

    /** Why the file is not worth its decoding; nothing when it is. */
    static Optional<String> refusal(ImageFile file) {
        ImageHeader header = file.header();
        if (header.scans() > MOST_SCANS) {
            return Optional.of(header.scans() + " scans are more than the " + MOST_SCANS + " that a JPEG may have");
        }
        long passed = header.pixels() * header.scans();
        long allowed = ALWAYS + FOR_EACH_BYTE * file.essence().length;
        return header.scans() > 1 && passed > allowed
                ? Optional.of(header.scans() + " scans over " + header.pixels() + " pixels are more than its "
                        + file.essence().length + " bytes are worth")
                : Optional.empty();
    }

    /**
     * How many bytes decoding takes, the result included: of the heap, and of WebP's decoder beside it.
     *
     * @throws MalformedFileException when that cannot be told, because the picture is broken
     */
    static long bytes(ImageFile file, boolean turned, boolean asRgb) throws MalformedFileException {
        ImageHeader header = file.header();
        long samples = header.sampleBytes();
        long decoded =
                switch (file.format()) {
                    case JPEG -> ImageReaders.hasInks(file) ? 2 * samples : samples;
                    // A palette's indices beside what they stand for.
                    case PNG -> samples + header.pixels();
                    case WEBP -> samples + ofWebp(file);
                };
        boolean rgb = header.channels() == PixelImage.CHANNELS && header.bits() == Byte.SIZE;
        long copies = (turned ? samples : 0) + (asRgb && !rgb ? header.pixels() * PixelImage.CHANNELS : 0);
        return file.essence().length + decoded + copies;
    }

    /** The decoder has a copy of the file, gives whole colours, and holds them once more where there are groups of codes: in what is lossless. */
    private static long ofWebp(ImageFile file) throws MalformedFileException {
        long groups = file.prefixGroups();
        long colours = (groups > 0 ? 2 : 1) * WHOLE_COLOURS * file.header().pixels();
        return file.essence().length + colours + groups * GROUP_OF_CODES;
    }
}
