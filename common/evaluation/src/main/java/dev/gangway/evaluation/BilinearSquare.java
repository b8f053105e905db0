package dev.gangway.evaluation;

/**
 * Resizes images to a square as PyTorch's {@code interpolate(mode="bilinear", align_corners=False)} does, in 32-bit floats: the sample for
 * output position i lies at (i + 0.5) · size / side - 0.5, clamped at the borders. A photograph is looked at where it is, for as floats
 * on the device it would take four times its memory.
 */
final class BilinearSquare {

    private final int side;

    BilinearSquare(int side) {
        this.side = side;
    }

    /** The places of one direction: those before and behind each position, and how far it is from the former to the latter. */
    private record Places(int[] before, int[] behind, float[] share) {

        static Places of(int size, int side) {
            int[] before = new int[side];
            int[] behind = new int[side];
            float[] share = new float[side];
            float scale = (float) size / side;
            for (int i = 0; i < side; i++) {
                float place = Math.max(0, scale * (i + 0.5f) - 0.5f);
                before[i] = Math.min(size - 1, (int) place);
                behind[i] = Math.min(size - 1, before[i] + 1);
                share[i] = Math.min(1, place - before[i]);
            }
            return new Places(before, behind, share);
        }
    }

    /** Writes the square of {@code image} into {@code target} from {@code start} on: 0..255 in (row, column, channel) order. */
    void write(RgbImage image, float[] target, int start) {
        Places rows = Places.of(image.height(), side);
        Places columns = Places.of(image.width(), side);
        for (int row = 0; row < side; row++) {
            for (int column = 0; column < side; column++) {
                for (int channel = 0; channel < RgbImage.CHANNELS; channel++) {
                    float upper = along(image, rows.before[row], columns, column, channel);
                    float lower = along(image, rows.behind[row], columns, column, channel);
                    target[start + (row * side + column) * RgbImage.CHANNELS + channel] =
                            (1 - rows.share[row]) * upper + rows.share[row] * lower;
                }
            }
        }
    }

    private static float along(RgbImage image, int row, Places columns, int column, int channel) {
        int line = row * image.width();
        int before = image.sample((line + columns.before[column]) * RgbImage.CHANNELS + channel);
        int behind = image.sample((line + columns.behind[column]) * RgbImage.CHANNELS + channel);
        return (1 - columns.share[column]) * before + columns.share[column] * behind;
    }
}
