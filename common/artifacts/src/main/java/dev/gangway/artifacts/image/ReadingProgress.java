package dev.gangway.artifacts.image;

import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadProgressListener;
import javax.imageio.event.IIOReadWarningListener;

/** Follows a decoder: how far it comes, what it complains about, and that it ends in time. */
final class ReadingProgress implements IIOReadProgressListener, IIOReadWarningListener {

    private static final int MOST_COMPLAINTS = 10;
    private static final float PERCENT = 100;

    private final DecodingWatch watch;
    private final List<String> complaints = new ArrayList<>();
    private float percent;
    private float percentAtFirstComplaint = PERCENT;
    private boolean strayBytes;

    ReadingProgress(DecodingWatch watch) {
        this.watch = watch;
    }

    /** How many of {@code height} rows were read before anything was wrong with them. */
    int soundRows(int height) {
        return (int) (Math.min(percent, percentAtFirstComplaint) * height / PERCENT);
    }

    /** What the decoder found wrong with the picture's data. */
    List<String> complaints() {
        return complaints;
    }

    /** Whether there were bytes in the picture's data that are part of nothing. */
    boolean sawStrayBytes() {
        return strayBytes;
    }

    @Override
    public void warningOccurred(ImageReader source, String warning) {
        if (warning.contains("ICC")) {
            // Of inks without a profile: they are turned into RGB by a rule of thumb.
            return;
        }
        if (warning.contains("extraneous bytes")) {
            strayBytes = true;
        } else if (complaints.size() < MOST_COMPLAINTS) {
            percentAtFirstComplaint = Math.min(percent, percentAtFirstComplaint);
            complaints.add(warning);
        }
    }

    @Override
    public void imageProgress(ImageReader source, float percentageDone) {
        percent = percentageDone;
        if (watch.isOver()) {
            source.abort();
        }
    }

    @Override
    public void imageComplete(ImageReader source) {
        percent = PERCENT;
    }

    @Override
    public void sequenceStarted(ImageReader source, int minIndex) {}

    @Override
    public void sequenceComplete(ImageReader source) {}

    @Override
    public void imageStarted(ImageReader source, int imageIndex) {}

    @Override
    public void thumbnailStarted(ImageReader source, int imageIndex, int thumbnailIndex) {}

    @Override
    public void thumbnailProgress(ImageReader source, float percentageDone) {}

    @Override
    public void thumbnailComplete(ImageReader source) {}

    @Override
    public void readAborted(ImageReader source) {}
}
