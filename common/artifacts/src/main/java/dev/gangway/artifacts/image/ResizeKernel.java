package dev.gangway.artifacts.image;

/** How much a source pixel counts, by its distance from the centre of an output pixel. */
enum ResizeKernel {
    /** Linear interpolation. */
    TRIANGLE(1) {
        @Override
        double height(double distance) {
            return Math.max(0, 1 - distance);
        }
    },
    /** Cubic interpolation through the samples with a continuous slope (Catmull and Rom 1974); it overshoots at edges. */
    CATMULL_ROM(2) {
        @Override
        double height(double distance) {
            if (distance < 1) {
                return (1.5 * distance - 2.5) * distance * distance + 1;
            }
            return distance < 2 ? ((-0.5 * distance + 2.5) * distance - 4) * distance + 2 : 0;
        }
    };

    private final int radius;

    ResizeKernel(int radius) {
        this.radius = radius;
    }

    /** The distance from which on nothing counts. */
    int radius() {
        return radius;
    }

    /** The weight at a distance of at least 0, not yet normalised. */
    abstract double height(double distance);
}
