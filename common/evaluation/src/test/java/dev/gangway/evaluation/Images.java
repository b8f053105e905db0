package dev.gangway.evaluation;

import dev.gangway.testing.ReferenceArray;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Images that the tests look at. */
final class Images {

    private Images() {}

    /** The images of a reference array in (image, height, width, channel) order. */
    static RgbImage[] of(ReferenceArray array) {
        int height = (int) array.shape()[1];
        int width = (int) array.shape()[2];
        int size = height * width * RgbImage.CHANNELS;
        return IntStream.range(0, (int) array.shape()[0])
                .mapToObj(i -> Arrays.copyOfRange(array.values(), i * size, (i + 1) * size))
                .map(samples -> new RgbImage(height, width, bytes(samples)))
                .toArray(RgbImage[]::new);
    }

    static RgbImage grey(int side, int level) {
        byte[] rgb = new byte[side * side * RgbImage.CHANNELS];
        Arrays.fill(rgb, (byte) level);
        return new RgbImage(side, side, rgb);
    }

    static RgbImage noise(int side, long seed) {
        byte[] rgb = new byte[side * side * RgbImage.CHANNELS];
        new SplittableRandom(seed).nextBytes(rgb);
        return new RgbImage(side, side, rgb);
    }

    /** Image {@code index} of the extractors' reference batch (2, 3, side, side), whose value i is (i * 7919) % 256. */
    static RgbImage reference(int index, int side) {
        int plane = side * side;
        byte[] rgb = new byte[RgbImage.CHANNELS * plane];
        for (int i = 0; i < rgb.length; i++) {
            int channel = i % RgbImage.CHANNELS;
            int position = (index * RgbImage.CHANNELS + channel) * plane + i / RgbImage.CHANNELS;
            rgb[i] = (byte) (position * 7919L % 256);
        }
        return new RgbImage(side, side, rgb);
    }

    /** A hole that is the whole image. */
    static Hole hole(int height, int width) {
        boolean[] missing = new boolean[height * width];
        Arrays.fill(missing, true);
        return new Hole(height, width, missing);
    }

    /** A square hole of {@code length} pixels a side whose upper left corner is at ({@code start}, {@code start}). */
    static Hole squareHole(int side, int start, int length) {
        boolean[] missing = new boolean[side * side];
        for (int row = start; row < start + length; row++) {
            Arrays.fill(missing, row * side + start, row * side + start + length, true);
        }
        return new Hole(side, side, missing);
    }

    private static byte[] bytes(double[] samples) {
        byte[] bytes = new byte[samples.length];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (int) samples[i];
        }
        return bytes;
    }
}
