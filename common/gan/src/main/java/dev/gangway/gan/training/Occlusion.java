package dev.gangway.gan.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.gangway.gan.array.NativeArray;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Squares hidden at random, so that the encoder learns to answer to damaged images too. Half of them lie in the centre. Their
 * sides are a quarter to five eighths of the image's.
 *
 * @param probability that an image has one
 * @param size height and width of an image
 */
record Occlusion(double probability, int size) {

    /** 1 where visible and 0 where hidden: (batch, 1, size, size). */
    NDArray visible(NDManager scope, SplittableRandom random, int batch) {
        float[] visible = new float[batch * size * size];
        Arrays.fill(visible, 1);
        for (int image = 0; image < batch; image++) {
            if (random.nextDouble() < probability) {
                hide(visible, image * size * size, random);
            }
        }
        return NativeArray.of(scope, visible, new Shape(batch, 1, size, size));
    }

    private void hide(float[] visible, int image, SplittableRandom random) {
        int side = random.nextInt(size / 4, size * 5 / 8 + 1);
        boolean centred = random.nextBoolean();
        int top = centred ? (size - side) / 2 : random.nextInt(size - side + 1);
        int left = centred ? (size - side) / 2 : random.nextInt(size - side + 1);
        for (int row = top; row < top + side; row++) {
            int start = image + row * size + left;
            Arrays.fill(visible, start, start + side, 0);
        }
    }
}
