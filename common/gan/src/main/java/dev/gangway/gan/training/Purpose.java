package dev.gangway.gan.training;

/** What a random draw is for; part of where it is drawn. The numbers are part of every run's bits: never change one. */
enum Purpose {
    ORDER(0),
    NOISE(1),
    BETWEEN(2),
    HELD_OUT(3),
    GENERATOR_NOISE(4),
    FLIP(16),
    OCCLUSION(17);

    private final long coordinate;

    Purpose(long coordinate) {
        this.coordinate = coordinate;
    }

    long coordinate() {
        return coordinate;
    }
}
