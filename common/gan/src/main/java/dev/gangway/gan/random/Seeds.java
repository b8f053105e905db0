package dev.gangway.gan.random;

import java.util.SplittableRandom;

/**
 * Randomness as a pure function of where it is used: a seed and the coordinates of a draw (stage, step, purpose ...) give
 * the same numbers always, so that nothing random has to be saved for a run to be resumed with the same bits.
 */
public final class Seeds {

    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

    private Seeds() {}

    /** The generator that belongs to {@code seed} at {@code coordinates}; different coordinates are independent. */
    public static SplittableRandom generator(long seed, long... coordinates) {
        long mixed = mix(seed);
        for (long coordinate : coordinates) {
            mixed = mix(mixed + GOLDEN_GAMMA * (coordinate + 1));
        }
        return new SplittableRandom(mixed);
    }

    /** {@code count} draws from the standard normal distribution. */
    public static float[] gaussians(SplittableRandom generator, int count) {
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (float) generator.nextGaussian();
        }
        return values;
    }

    /** {@code count} draws from the uniform distribution over [0, 1). */
    public static float[] uniforms(SplittableRandom generator, int count) {
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (float) generator.nextDouble();
        }
        return values;
    }

    /** A random order of the numbers 0 to {@code count - 1} (Fisher and Yates). */
    public static int[] permutation(SplittableRandom generator, int count) {
        int[] order = new int[count];
        for (int i = 0; i < count; i++) {
            int other = generator.nextInt(i + 1);
            order[i] = order[other];
            order[other] = i;
        }
        return order;
    }

    /** The finaliser of SplitMix64 (Stafford's variant 13). */
    private static long mix(long value) {
        long bits = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        bits = (bits ^ (bits >>> 27)) * 0x94D049BB133111EBL;
        return bits ^ (bits >>> 31);
    }
}
