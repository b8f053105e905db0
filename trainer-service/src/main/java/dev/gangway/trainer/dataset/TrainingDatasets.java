package dev.gangway.trainer.dataset;

import dev.gangway.artifacts.dataset.DatasetManifest;
import dev.gangway.artifacts.dataset.DatasetReader;
import dev.gangway.artifacts.dataset.SplitImages;
import dev.gangway.contracts.completion.Split;
import dev.gangway.contracts.training.DatasetReference;
import dev.gangway.gan.image.ImageArray;
import dev.gangway.gan.training.TrainingImages;
import jakarta.enterprise.context.ApplicationScoped;

/** Loads the images that a training learns from, and those that it is measured on. */
@ApplicationScoped
public class TrainingDatasets {

    private static final int COLOURS = 3;

    private final DatasetReader datasets;

    TrainingDatasets(DatasetReader datasets) {
        this.datasets = datasets;
    }

    /** The training and the validation split of {@code dataset}; the test split is never seen here. */
    public TrainingImages load(DatasetReference dataset) {
        DatasetManifest manifest = datasets.manifest(dataset);
        return new TrainingImages(
                planar(datasets.load(manifest, Split.TRAIN)), planar(datasets.load(manifest, Split.VALIDATION)));
    }

    /** From (image, height, width, channel), as datasets are stored, to (image, channel, height, width). */
    private static ImageArray planar(SplitImages images) {
        int pixels = images.side() * images.side();
        byte[] interleaved = new byte[pixels * COLOURS];
        byte[] planar = new byte[images.count() * pixels * COLOURS];
        for (int image = 0; image < images.count(); image++) {
            images.copy(image, interleaved, 0);
            int start = image * pixels * COLOURS;
            for (int sample = 0; sample < interleaved.length; sample++) {
                planar[start + sample % COLOURS * pixels + sample / COLOURS] = interleaved[sample];
            }
        }
        return new ImageArray(images.side(), planar);
    }
}
