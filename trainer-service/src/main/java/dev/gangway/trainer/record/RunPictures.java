package dev.gangway.trainer.record;

import dev.gangway.artifacts.image.GridRow;
import dev.gangway.artifacts.image.ImageDecoder;
import dev.gangway.artifacts.image.ImageGrid;
import dev.gangway.artifacts.image.ImageLimits;
import dev.gangway.artifacts.image.PixelImage;
import dev.gangway.artifacts.image.UnreadableImageException;
import dev.gangway.gan.generation.Renderer;
import dev.gangway.gan.image.ImageArray;
import dev.gangway.gan.network.Parameters;
import dev.gangway.gan.training.NetworkRole;
import dev.gangway.gan.training.TrainingState;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.LongStream;

/** Draws what the networks make: samples, reconstructions, and the way from one latent to another through all stages. */
final class RunPictures {

    private static final int COLUMNS = 8;
    private static final int SAMPLE_ROWS = 4;
    private static final int RECONSTRUCTION_ROWS = 2;
    private static final int STRIP = 10;
    private static final int LARGE = 64;

    private final RecordedRun run;
    private final RecordFolder folder;
    private final Renderer renderer;
    private final ImageArray originals;
    private final ImageGrid grid;

    RunPictures(RecordedRun run, RecordFolder folder, Renderer renderer) {
        this.run = run;
        this.folder = folder;
        this.renderer = renderer;
        int count =
                Math.min(COLUMNS * RECONSTRUCTION_ROWS, run.images().heldOut().count());
        this.originals = ImageArray.of(run.images().heldOut(), ImageArray.first(count));
        this.grid = new ImageGrid(run.plan().architecture().size() < LARGE ? 2 : 1);
    }

    /** The same seeds and the same held-out images each time, so that one picture can be laid beside another. */
    void draw(TrainingState state) {
        String name = String.format(
                Locale.ROOT,
                "stage-%d-step-%06d.png",
                state.progress().stage(),
                state.progress().step());
        folder.attempt("samples", () -> folder.picture("samples/" + name, samples(state)));
        state.network(NetworkRole.ENCODER)
                .ifPresent(encoder -> folder.attempt(
                        "reconstructions",
                        () -> folder.picture("reconstructions/" + name, reconstructions(state, encoder))));
    }

    /** One row for each stage so far: RankGAN's Figure 7 through the encoder, Figure 8 from the prior. */
    void drawInterpolations(TrainingState state) {
        folder.attempt("interpolations", () -> {
            float[][] ends = renderer.prior(0, 1);
            drawStack("prior", state, between(state, ends[0], ends[1]));
        });
        Optional<Parameters> encoder = state.network(NetworkRole.ENCODER);
        if (encoder.isPresent() && originals.count() > 1) {
            folder.attempt("interpolations", () -> {
                List<PixelImage> truth = PixelLayout.pictures(originals);
                float[][] ends = renderer.encoded(encoder.get(), originals.select(0, 1));
                List<PixelImage> row = new ArrayList<>(between(state, ends[0], ends[1]));
                row.add(0, truth.get(0));
                row.add(truth.get(1));
                drawStack("encoder", state, row);
            });
        }
    }

    private PixelImage samples(TrainingState state) {
        long[] seeds = LongStream.range(0, (long) COLUMNS * SAMPLE_ROWS).toArray();
        List<PixelImage> samples = PixelLayout.pictures(renderer.images(generator(state), renderer.prior(seeds)));
        List<GridRow> rows = new ArrayList<>();
        for (int start = 0; start < samples.size(); start += COLUMNS) {
            rows.add(new GridRow("", samples.subList(start, start + COLUMNS)));
        }
        return grid.draw(rows);
    }

    private PixelImage reconstructions(TrainingState state, Parameters encoder) {
        List<PixelImage> truth = PixelLayout.pictures(originals);
        List<PixelImage> made =
                PixelLayout.pictures(renderer.images(generator(state), renderer.encoded(encoder, originals)));
        List<GridRow> rows = new ArrayList<>();
        for (int start = 0; start < truth.size(); start += COLUMNS) {
            int end = Math.min(start + COLUMNS, truth.size());
            rows.add(new GridRow("truth", truth.subList(start, end)));
            rows.add(new GridRow("G(E(x))", made.subList(start, end)));
        }
        return grid.draw(rows);
    }

    private List<PixelImage> between(TrainingState state, float[] from, float... to) {
        float[][] latents = new float[STRIP][from.length];
        for (int column = 0; column < STRIP; column++) {
            float share = (float) column / (STRIP - 1);
            for (int i = 0; i < from.length; i++) {
                latents[column][i] = from[i] + share * (to[i] - from[i]);
            }
        }
        return PixelLayout.pictures(renderer.images(generator(state), latents));
    }

    /** Keeps the stage's row, and draws it below those of the stages before, which an earlier attempt may have drawn. */
    private void drawStack(String kind, TrainingState state, List<PixelImage> images) throws UnreadableImageException {
        int stage = state.progress().stage();
        PixelImage own = PixelLayout.sideBySide(images);
        folder.picture(rowPath(kind, stage), own);
        List<GridRow> rows = new ArrayList<>();
        for (int earlier = 0; earlier < stage; earlier++) {
            Optional<byte[]> row = folder.read(rowPath(kind, earlier));
            if (row.isPresent()) {
                PixelImage read = new ImageDecoder(ImageLimits.DEFAULT).decode(rowPath(kind, earlier), row.get());
                rows.add(new GridRow(run.caption(earlier), List.of(read)));
            }
        }
        rows.add(new GridRow(run.caption(stage), List.of(own)));
        folder.picture("interpolations/" + kind + ".png", grid.draw(rows));
    }

    private static String rowPath(String kind, int stage) {
        return "interpolations/" + kind + "-stage-" + stage + ".png";
    }

    private static Parameters generator(TrainingState state) {
        return state.currentGenerator();
    }
}
