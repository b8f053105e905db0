package dev.gangway.artifacts.image;

/** Turns samples of any kind into 8-bit RGB, and such into samples of any kind. */
final class RgbSamples {

    static final int WHITE = 255;

    /** A sample of 16 bits for each step of 8. */
    private static final int STEP = 257;

    private RgbSamples() {}

    /** By the rules of {@link PictureSamples#rgb()}. */
    static PixelImage of(PictureSamples samples) {
        byte[] rgb = new byte[Math.multiplyExact(samples.height() * samples.width(), PixelImage.CHANNELS)];
        int channels = samples.channels();
        boolean deep = samples.bits() > Byte.SIZE;
        int[] row = null;
        int target = 0;
        for (int number = 0; number < samples.height(); number++) {
            row = samples.row(number, row);
            for (int pixel = 0; pixel < row.length; pixel += channels) {
                int opacity = samples.hasOpacity() ? eightBits(row[pixel + channels - 1], deep) : WHITE;
                for (int channel = 0; channel < PixelImage.CHANNELS; channel++) {
                    int sample = row[samples.isGrey() ? pixel : pixel + channel];
                    rgb[target++] = overWhite(eightBits(sample, deep), opacity);
                }
            }
        }
        return new PixelImage(samples.height(), samples.width(), rgb);
    }

    private static int eightBits(int sample, boolean deep) {
        return deep ? (sample + STEP / 2) / STEP : sample;
    }

    private static byte overWhite(int sample, int opacity) {
        return (byte) ((sample * opacity + WHITE * (WHITE - opacity) + WHITE / 2) / WHITE);
    }
}
