package dev.gangway.gan.completion;

import dev.gangway.gan.completion.objective.Objective;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What searches from one start, or the best of several for each image, came to. It is kept in Java's memory, so that of a search that is
 * over nothing stays on the device.
 *
 * @param generated G(z), (images, 3, size, size) row by row
 * @param searches what is to be said of each image's search
 */
record Candidate(float[] generated, List<Completion.Search> searches) {

    static Candidate of(Objective.Value value, int[] updates, int start) {
        float[] contextual = value.contextual().toFloatArray();
        float[] perceptual = value.perceptual().toFloatArray();
        float[] total = value.total().toFloatArray();
        return new Candidate(
                value.generated().toFloatArray(),
                IntStream.range(0, updates.length)
                        .mapToObj(i -> new Completion.Search(contextual[i], perceptual[i], total[i], updates[i], start))
                        .toList());
    }

    /** For each image {@code other} where its objective is lower, or where this one's is no number. */
    Candidate orBetter(Candidate other) {
        Completion.Search[] best = searches.toArray(Completion.Search[]::new);
        float[] images = Arrays.copyOf(generated, generated.length);
        int length = generated.length / best.length;
        for (int i = 0; i < best.length; i++) {
            Completion.Search found = other.searches.get(i);
            if (found.total() < best[i].total() || Float.isNaN(best[i].total())) {
                best[i] = found;
                System.arraycopy(other.generated, i * length, images, i * length, length);
            }
        }
        return new Candidate(images, List.of(best));
    }
}
