package dev.gangway.completion.merge;

import dev.gangway.artifacts.completion.CompletedImageStore;
import dev.gangway.artifacts.image.GridRow;
import dev.gangway.artifacts.image.ImageGrid;
import dev.gangway.artifacts.image.PixelImage;
import dev.gangway.artifacts.image.PngEncoder;
import dev.gangway.completion.batch.TrueImages;
import dev.gangway.completion.batch.Truth;
import dev.gangway.completion.judgement.ImageSet;
import dev.gangway.completion.mask.Occlusion;
import dev.gangway.completion.network.Checkpoints;
import dev.gangway.completion.network.PixelLayout;
import dev.gangway.completion.task.TaskRefusedException;
import dev.gangway.contracts.completion.CompletionTask.ImageRange;
import dev.gangway.contracts.completion.CompletionTask.MergeFigures;
import dev.gangway.evaluation.RgbImage;
import dev.gangway.gan.generation.TrainedModel;
import dev.gangway.gan.image.ImageArray;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.LongStream;

/** Pictures for people: samples of the generator, reconstructions by the encoder, and the first completions. */
@Singleton
class ReportSheets {

    private static final int COLUMNS = 10;
    private static final int SAMPLE_ROWS = 4;

    /** Images of 32 pixels cannot be judged by eye: each is drawn about this large. */
    private static final int DRAWN_SIZE = 128;

    private final Checkpoints checkpoints;
    private final TrueImages trueImages;
    private final CompletedImageStore store;
    private final DrawnImages drawn;

    ReportSheets(Checkpoints checkpoints, TrueImages trueImages, CompletedImageStore store, DrawnImages drawn) {
        this.drawn = drawn;
        this.checkpoints = checkpoints;
        this.trueImages = trueImages;
        this.store = store;
    }

    /** Draws and stores the pictures, completions also row by row so that stages can be set side by side; returns their keys. */
    List<String> write(MergeFigures task, BooleanSupplier stop) throws TaskRefusedException {
        Stops.check(stop);
        TrainedModel model = checkpoints.load(task.checkpoint());
        ImageRange all = task.images();
        Truth truth =
                trueImages.of(new ImageRange(all.dataset(), all.split(), all.from(), Math.min(COLUMNS, all.count())));
        List<GridRow> completions = completions(task, truth, stop);
        Stops.check(stop);
        List<String> keys = new ArrayList<>(
                List.of(put(task, "samples.png", samples(model)), put(task, "completions.png", completions)));
        Stops.check(stop);
        if (model.weights().encoder().isPresent()) {
            keys.add(put(task, "reconstructions.png", reconstructions(model, truth)));
        }
        for (GridRow row : completions) {
            keys.add(put(task, "row-" + row.caption().replace(' ', '-') + ".png", List.of(row)));
        }
        return keys;
    }

    /** Draws from the prior, with the same seeds for every checkpoint so that stages compare. */
    private static List<GridRow> samples(TrainedModel model) {
        List<GridRow> rows = new ArrayList<>();
        for (int row = 0; row < SAMPLE_ROWS; row++) {
            long first = (long) row * COLUMNS;
            ImageArray drawn =
                    model.samples(LongStream.range(first, first + COLUMNS).toArray());
            rows.add(row(row == 0 ? "samples" : "", PixelLayout.interleaved(drawn)));
        }
        return rows;
    }

    private static List<GridRow> reconstructions(TrainedModel model, Truth truth) {
        ImageArray reconstructed = model.reconstructions(PixelLayout.planar(truth.images()));
        return List.of(row("truth", truth.images()), row("reconstruction", PixelLayout.interleaved(reconstructed)));
    }

    /** An image that was not completed, or is not there any more, is a grey square. */
    private List<GridRow> completions(MergeFigures task, Truth truth, BooleanSupplier stop)
            throws TaskRefusedException {
        List<RgbImage> completed = new ArrayList<>();
        for (int i = 0; i < truth.images().size(); i++) {
            Stops.check(stop);
            completed.add(drawn.of(task, truth.first() + i)
                    .map(PixelLayout::rgbImage)
                    .orElseGet(() -> Occlusion.grey(truth.size())));
        }
        Map<ImageSet, List<RgbImage>> sets = truth.beside(completed, truth.occlusions(task.mask(), seed(task)));
        int stage = task.checkpoint().id().stage();
        return sets.entrySet().stream()
                .map(set -> row(
                        set.getKey() == ImageSet.COMPLETED
                                ? "stage " + stage
                                : set.getKey().label(),
                        set.getValue()))
                .toList();
    }

    /** A message without a seed has no random mask, which would need one. */
    private static long seed(MergeFigures task) {
        return task.seed() == null ? 0 : task.seed();
    }

    private String put(MergeFigures task, String file, List<GridRow> rows) {
        int scale = Math.max(1, DRAWN_SIZE / rows.get(0).images().get(0).width());
        PixelImage sheet = new ImageGrid(scale).draw(rows);
        return store.putReport(task.team(), task.job(), file, PngEncoder.encode(sheet), "image/png");
    }

    private static GridRow row(String caption, List<RgbImage> images) {
        return new GridRow(caption, images.stream().map(PixelLayout::pixelImage).toList());
    }
}
