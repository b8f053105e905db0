package dev.gangway.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.testing.ReferenceArray;
import java.util.List;
import java.util.function.Function;

/** Compares what a network answers. */
final class Agreement {

    private static final double RELATIVE_TO_THE_LARGEST = 1e-4;

    private Agreement() {}

    /** Checks the answers to a batch against a reference array (batch, values). */
    static void check(List<ImageFeatures> answers, Function<ImageFeatures, float[]> values, ReferenceArray expected) {
        double[][] rows = expected.rows();
        assertThat(answers).hasSameSizeAs(rows);
        double largest = 0;
        for (double value : expected.values()) {
            largest = Math.max(largest, Math.abs(value));
        }
        for (int image = 0; image < rows.length; image++) {
            assertThat(distance(values.apply(answers.get(image)), narrowed(rows[image])))
                    .isLessThan(RELATIVE_TO_THE_LARGEST * largest);
        }
    }

    /** The largest difference between two values at the same place. */
    static double distance(float[] one, float[] other) {
        assertThat(one).hasSameSizeAs(other);
        double largest = 0;
        for (int i = 0; i < one.length; i++) {
            largest = Math.max(largest, Math.abs(one[i] - other[i]));
        }
        return largest;
    }

    private static float[] narrowed(double[] values) {
        float[] narrow = new float[values.length];
        for (int i = 0; i < narrow.length; i++) {
            narrow[i] = (float) values[i];
        }
        return narrow;
    }
}
