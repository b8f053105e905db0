package dev.gangway.gan.network;

/** What all architectures ask of their sizes. */
final class Resolution {

    /** Height and width where the channels are most. */
    static final int COARSEST = 4;

    private Resolution() {}

    static void require(int size, int width, int latent) {
        if (size < 16 || size > 128 || Integer.bitCount(size) != 1) {
            throw new IllegalArgumentException("size must be 16, 32, 64 or 128, not " + size);
        }
        if (width < 1 || width > 512) {
            throw new IllegalArgumentException("width must be 1 to 512, not " + width);
        }
        if (latent < 1 || latent > 1024) {
            throw new IllegalArgumentException("latent must be 1 to 1024, not " + latent);
        }
    }

    /** How often {@code size} can be halved until it is {@link #COARSEST}. */
    static int doublings(int size) {
        return Integer.numberOfTrailingZeros(size / COARSEST);
    }
}
