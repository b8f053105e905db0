package dev.gangway.gan.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.gangway.gan.array.NativeArray;
import dev.gangway.gan.image.ImageFeed;
import dev.gangway.gan.image.ImageSource;
import dev.gangway.gan.network.Parameters;
import dev.gangway.gan.random.Seeds;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Scores the first held-out images, and what the generators make of them, always with the same noise. A discriminator that
 * looks at whole batches is shown whole batches, as when it learns: margins and order are of the scores that are trained.
 */
final class HeldOutMeasurement {

    private static final int BATCH = 64;

    private final StageContext context;
    private final TrainingState state;
    private final ImageFeed feed;
    private final int count;

    HeldOutMeasurement(StageContext context, TrainingState state) {
        ImageSource images = context.images().heldOut();
        this.context = context;
        this.state = state;
        this.feed = new ImageFeed(images);
        this.count = Math.min(images.count(), context.plan().measurement().heldOut());
    }

    /** The scores by the discriminator as it is now. */
    HeldOutScores scores() {
        List<float[][]> rows = new ArrayList<>();
        for (int start = 0; start < count; start += BATCH) {
            rows.add(
                    batch(IntStream.range(start, Math.min(start + BATCH, count)).toArray()));
        }
        float[] real = column(rows, 0);
        float[] current = column(rows, 1);
        Optional<float[]> before = previousGenerator().map(ignored -> column(rows, 2));
        return new HeldOutScores(
                mean(real),
                mean(current),
                above(real, current),
                before.map(scores -> new HeldOutScores.Previous(mean(scores), above(current, scores))),
                ScoreDistributions.of(real, current, before));
    }

    /** Scores of the real images, of G_i's and, in a ranked stage, of G_{i-1}'s. */
    private float[][] batch(int[] indices) {
        try (NDManager scope = context.manager().newSubManager()) {
            NDArray real = feed.batch(scope, indices);
            NDArray z = latents(real, noise(scope, indices));
            NDList images = new NDList(real, context.networks().generate(state.currentGenerator(), z));
            previousGenerator()
                    .ifPresent(previous -> images.add(context.networks().generate(previous, z)));
            Parameters discriminator = state.require(NetworkRole.DISCRIMINATOR);
            return images.stream()
                    .map(each -> context.networks()
                            .frozenBeside()
                            .score(discriminator, each)
                            .toFloatArray())
                    .toArray(float[][]::new);
        }
    }

    private NDArray latents(NDArray real, NDArray noise) {
        StageSettings settings = context.plan().settings(state.progress().stage());
        return settings.latents() == Latents.PRIOR
                ? noise
                : context.networks()
                        .encode(state.require(NetworkRole.ENCODER), real)
                        .sample(noise);
    }

    private NDArray noise(NDManager scope, int[] indices) {
        int latent = context.plan().architecture().latent();
        float[] values = Seeds.gaussians(
                Seeds.generator(context.seed(), Purpose.HELD_OUT.coordinate(), indices[0]), indices.length * latent);
        return NativeArray.of(scope, values, new Shape(indices.length, latent));
    }

    private Optional<Parameters> previousGenerator() {
        return state.network(NetworkRole.PREVIOUS_GENERATOR);
    }

    private static float[] column(List<float[][]> rows, int column) {
        int length = rows.stream().mapToInt(row -> row[column].length).sum();
        float[] values = new float[length];
        int at = 0;
        for (float[][] row : rows) {
            System.arraycopy(row[column], 0, values, at, row[column].length);
            at += row[column].length;
        }
        return values;
    }

    private static double mean(float[] values) {
        return IntStream.range(0, values.length)
                .mapToDouble(i -> values[i])
                .average()
                .orElseThrow();
    }

    private static double above(float[] higher, float[] lower) {
        return IntStream.range(0, higher.length)
                .mapToDouble(i -> higher[i] > lower[i] ? 1 : 0)
                .average()
                .orElseThrow();
    }
}
