package dev.gangway.artifacts.image;

import com.drew.imaging.ImageProcessingException;
import com.drew.imaging.tiff.TiffReader;
import com.drew.lang.ByteArrayReader;
import com.drew.lang.RandomAccessReader;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.ExifTiffHandler;
import java.io.IOException;
import java.util.Arrays;
import java.util.Set;

/**
 * Reads how a camera was held from an image file's EXIF block.
 *
 * <p>A file without one is upright, and so is one whose block is damaged or says nothing of it: a note about an image that
 * cannot be read is no reason to refuse the image.
 */
final class ExifOrientation {

    /** What fits a JPEG segment, and thus all that EXIF allows; in a PNG file a block may claim more, to no good end. */
    private static final int LARGEST_BLOCK = 65_535;

    private ExifOrientation() {}

    /** How a file with {@code block} was held; an empty block says nothing. */
    static Orientation of(byte[] block) {
        try {
            return orientation(block);
        } catch (ImageProcessingException | IOException | RuntimeException e) {
            return Orientation.UPRIGHT;
        }
    }

    private static Orientation orientation(byte[] block) throws ImageProcessingException, IOException {
        if (block.length == 0) {
            return Orientation.UPRIGHT;
        }
        byte[] read = Arrays.copyOf(block, Math.min(block.length, LARGEST_BLOCK));
        Metadata metadata = new Metadata();
        new TiffReader().processTiff(new ByteArrayReader(read), new OrientationAlone(metadata), 0);
        ExifIFD0Directory directory = metadata.getFirstDirectoryOfType(ExifIFD0Directory.class);
        Integer tag = directory == null ? null : directory.getInteger(ExifIFD0Directory.TAG_ORIENTATION);
        return tag == null ? Orientation.UPRIGHT : Orientation.of(tag);
    }

    /** Passes over all other tags, whose values may be large, overlap and add up to gigabytes, and over all other directories. */
    private static final class OrientationAlone extends ExifTiffHandler {

        OrientationAlone(Metadata metadata) {
            super(metadata, null, 0);
        }

        @Override
        public boolean customProcessTag(
                int tagOffset, Set<Integer> seen, int headerOffset, RandomAccessReader reader, int tag, int bytes) {
            return tag != ExifIFD0Directory.TAG_ORIENTATION;
        }

        @Override
        public boolean tryEnterSubIfd(int tag) {
            return false;
        }

        @Override
        public boolean hasFollowerIfd() {
            return false;
        }
    }
}
