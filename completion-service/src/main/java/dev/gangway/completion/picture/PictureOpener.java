package dev.gangway.completion.picture;

import dev.gangway.artifacts.image.DecodedPicture;
import dev.gangway.artifacts.image.FramedPicture;
import dev.gangway.artifacts.image.MaskReading;
import dev.gangway.artifacts.image.PictureFilling;
import dev.gangway.artifacts.image.PictureMask;
import dev.gangway.artifacts.image.PictureRefusedException;
import dev.gangway.artifacts.image.PixelImage;
import dev.gangway.artifacts.image.format.PictureNote;
import dev.gangway.artifacts.picture.Picture;
import dev.gangway.completion.mask.Occlusion;
import dev.gangway.completion.task.TaskRefusedException;
import dev.gangway.contracts.completion.CompletionTask.CompletePictures;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BooleanSupplier;

/** Opens the pictures of one task for networks of one size. */
final class PictureOpener {

    private final PictureFiles files;
    private final CompletePictures task;
    private final int size;
    private final BooleanSupplier stop;

    PictureOpener(PictureFiles files, CompletePictures task, int size, BooleanSupplier stop) {
        this.files = files;
        this.task = task;
        this.size = size;
        this.stop = stop;
    }

    /**
     * What the networks need of a picture, which is let go of then. Its truth is not looked at: figures can be done without, a completion not.
     *
     * @throws UnusablePictureException when this picture cannot be completed
     * @throws TaskRefusedException when the task's mask cannot be used at all
     */
    PreparedPicture prepare(NumberedPicture numbered) throws UnusablePictureException, TaskRefusedException {
        return PreparedPicture.of(numbered, open(numbered));
    }

    /**
     * Opens a picture with its mask.
     *
     * @throws UnusablePictureException when this picture cannot be completed
     * @throws TaskRefusedException when the task's mask cannot be used at all
     */
    OpenedPicture open(NumberedPicture numbered) throws UnusablePictureException, TaskRefusedException {
        Picture picture = numbered.picture();
        DecodedPicture original = files.read("image", picture.image(), stop);
        PixelImage image = original.samples().rgb();
        List<String> notes = new ArrayList<>(sentences("The image", original.notes()));
        try {
            PictureMask drawn = mask(numbered, image, notes);
            PictureMask missing = drawn.grown(orNone(task.settings().grow()));
            requireFitting(missing, image, original.turned());
            PictureFilling filling = PictureFilling.of(
                    original.samples(), missing, orNone(task.settings().feather()));
            FramedPicture framed = FramedPicture.of(image, filling.mask(), size);
            return new OpenedPicture(original, filling, framed, notes);
        } catch (PictureRefusedException e) {
            throw new UnusablePictureException("mask-unfit", e.getMessage(), e);
        }
    }

    private PictureMask mask(NumberedPicture numbered, PixelImage image, List<String> notes)
            throws UnusablePictureException, TaskRefusedException, PictureRefusedException {
        if (numbered.picture().mask() == null) {
            return commonMask(numbered.number(), image);
        }
        DecodedPicture drawing = files.readWhole("mask", numbered.picture().mask(), stop);
        MaskReading.ReadMask read = MaskReading.of(
                drawing,
                task.settings().threshold(),
                Boolean.TRUE.equals(task.settings().invert()));
        notes.addAll(sentences("The mask", drawing.notes()));
        notes.addAll(sentences("The mask", read.notes()));
        return read.mask();
    }

    private static List<String> sentences(String what, List<PictureNote> notes) {
        return notes.stream().map(note -> what + ": " + note.text() + ".").toList();
    }

    private static int orNone(Integer pixels) {
        return pixels == null ? 0 : pixels;
    }

    private static void requireFitting(PictureMask mask, PixelImage image, boolean turned)
            throws UnusablePictureException {
        if (!mask.fits(image)) {
            boolean lying = turned && mask.height() == image.width() && mask.width() == image.height();
            throw new UnusablePictureException(
                    "mask-unfit",
                    String.format(
                            Locale.ROOT,
                            "the mask has %dx%d pixels (width by height), the picture %dx%d%s",
                            mask.width(),
                            mask.height(),
                            image.width(),
                            image.height(),
                            lying
                                    ? " as EXIF's orientation turns it: draw the mask on the picture as viewers show it"
                                    : ""),
                    null);
        }
    }

    /**
     * The undamaged picture, which somebody has.
     *
     * @throws UnusablePictureException when it cannot be compared with what the {@code mask} belongs to
     */
    PixelImage truth(Picture picture, PictureMask mask) throws UnusablePictureException {
        PixelImage truth =
                files.readWhole("truth", picture.truth(), stop).samples().rgb();
        if (!mask.fits(truth)) {
            throw new UnusablePictureException(
                    "truth-unfit",
                    String.format(
                            Locale.ROOT,
                            "the truth has %dx%d pixels (width by height), the picture %dx%d",
                            truth.width(),
                            truth.height(),
                            mask.width(),
                            mask.height()),
                    null);
        }
        return truth;
    }

    /** What the job says is missing, within the centred square of the picture. */
    private PictureMask commonMask(int number, PixelImage image) throws TaskRefusedException {
        boolean[] hidden = Occlusion.of(task.mask(), task.seed(), number, 1, size)
                .get(0)
                .hole()
                .missing();
        int side = Math.min(image.height(), image.width());
        int top = (image.height() - side) / 2;
        int left = (image.width() - side) / 2;
        boolean[] missing = new boolean[image.height() * image.width()];
        for (int row = 0; row < side; row++) {
            for (int column = 0; column < side; column++) {
                int networkRow = (int) ((long) row * size / side);
                int networkColumn = (int) ((long) column * size / side);
                missing[(top + row) * image.width() + left + column] = hidden[networkRow * size + networkColumn];
            }
        }
        return PictureMask.of(image.height(), image.width(), missing);
    }
}
