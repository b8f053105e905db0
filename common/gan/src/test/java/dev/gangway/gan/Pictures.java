package dev.gangway.gan;

import dev.gangway.gan.image.ImageArray;
import dev.gangway.gan.network.Architecture;
import java.util.SplittableRandom;

/** Small pictures with something to learn in them: a bright square on a ground of another colour. */
public final class Pictures {

    private Pictures() {}

    public static ImageArray squares(int count, int size, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        byte[] pixels = new byte[count * Architecture.COLOURS * size * size];
        for (int image = 0; image < count; image++) {
            int left = random.nextInt(size / 2);
            int top = random.nextInt(size / 2);
            for (int colour = 0; colour < Architecture.COLOURS; colour++) {
                byte ground = (byte) random.nextInt(100);
                byte square = (byte) (155 + random.nextInt(100));
                int start = (image * Architecture.COLOURS + colour) * size * size;
                for (int pixel = 0; pixel < size * size; pixel++) {
                    boolean inside = Math.abs(pixel % size - left - size / 4) < size / 4
                            && Math.abs(pixel / size - top - size / 4) < size / 4;
                    pixels[start + pixel] = inside ? square : ground;
                }
            }
        }
        return new ImageArray(size, pixels);
    }
}
