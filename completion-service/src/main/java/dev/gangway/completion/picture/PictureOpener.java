package dev.gangway.completion.picture;

import dev.gangway.artifacts.image.FramedPicture;
import dev.gangway.artifacts.image.PictureMask;
import dev.gangway.artifacts.image.PictureRefusedException;
import dev.gangway.artifacts.image.PixelImage;
import dev.gangway.artifacts.picture.Picture;
import dev.gangway.completion.mask.Occlusion;
import dev.gangway.completion.task.TaskRefusedException;
import dev.gangway.contracts.completion.CompletionTask.CompletePictures;
import java.util.Optional;

/** Opens the pictures of one task for networks of one size. */
final class PictureOpener {

    private final PictureFiles files;
    private final CompletePictures task;
    private final int size;

    PictureOpener(PictureFiles files, CompletePictures task, int size) {
        this.files = files;
        this.task = task;
        this.size = size;
    }

    /**
     * Opens a picture with its mask and its truth.
     *
     * @throws UnusablePictureException when this picture cannot be completed
     * @throws TaskRefusedException when the task's mask cannot be used at all
     */
    OpenedPicture open(NumberedPicture numbered) throws UnusablePictureException, TaskRefusedException {
        Picture picture = numbered.picture();
        PixelImage image = files.read("image", picture.image());
        PictureMask mask = picture.mask() == null
                ? commonMask(numbered.number(), image)
                : PictureMask.whiteIn(files.read("mask", picture.mask()));
        try {
            return new OpenedPicture(image, mask, FramedPicture.of(image, mask, size), truth(picture, image));
        } catch (PictureRefusedException e) {
            throw new UnusablePictureException("mask-unfit", e.getMessage(), e);
        }
    }

    private Optional<PixelImage> truth(Picture picture, PixelImage image) throws UnusablePictureException {
        if (picture.truth() == null) {
            return Optional.empty();
        }
        PixelImage truth = files.read("truth", picture.truth());
        if (truth.height() != image.height() || truth.width() != image.width()) {
            throw new UnusablePictureException(
                    "truth-unfit",
                    "the truth has " + truth.width() + "x" + truth.height() + " pixels (width by height), the picture "
                            + image.width() + "x" + image.height(),
                    null);
        }
        return Optional.of(truth);
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
