package dev.gangway.gan.completion;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.types.Shape;
import dev.gangway.gan.completion.objective.Objective;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What searches from one start, or the best of several for each image, came to.
 *
 * @param value the objective at the z found, with what is generated there
 * @param updates how many updates each image's z has had
 * @param starts number of each image's start
 */
record Candidate(Objective.Value value, int[] updates, int[] starts) {

    static Candidate of(Objective.Value value, int[] updates, int start) {
        int[] starts = new int[updates.length];
        Arrays.fill(starts, start);
        return new Candidate(value, updates, starts);
    }

    /** For each image {@code other} where its objective is lower, or where this one's is no number. */
    Candidate orBetter(Candidate other) {
        NDArray better =
                other.value.total().lt(value.total()).logicalOr(value.total().isNaN());
        boolean[] taken = better.toBooleanArray();
        return new Candidate(
                new Objective.Value(
                        chosen(better, other.value.generated(), value.generated()),
                        chosen(better, other.value.contextual(), value.contextual()),
                        chosen(better, other.value.perceptual(), value.perceptual()),
                        chosen(better, other.value.total(), value.total())),
                chosen(taken, other.updates, updates),
                chosen(taken, other.starts, starts));
    }

    /** What is to be said of each image's search. */
    List<Completion.Search> searches() {
        float[] contextual = value.contextual().toFloatArray();
        float[] perceptual = value.perceptual().toFloatArray();
        float[] total = value.total().toFloatArray();
        return IntStream.range(0, updates.length)
                .mapToObj(i -> new Completion.Search(contextual[i], perceptual[i], total[i], updates[i], starts[i]))
                .toList();
    }

    private static NDArray chosen(NDArray taken, NDArray other, NDArray own) {
        long[] shape = new long[own.getShape().dimension()];
        Arrays.fill(shape, 1);
        shape[0] = own.getShape().get(0);
        return NDArrays.where(taken.reshape(new Shape(shape)).broadcast(own.getShape()), other, own);
    }

    private static int[] chosen(boolean[] taken, int[] other, int[] own) {
        return IntStream.range(0, own.length)
                .map(i -> taken[i] ? other[i] : own[i])
                .toArray();
    }
}
