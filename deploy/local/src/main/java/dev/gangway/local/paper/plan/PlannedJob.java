package dev.gangway.local.paper.plan;

/** A job of a run. Jobs that are equal are one job. */
public sealed interface PlannedJob permits Training, PlannedJob.Completing {

    /** What it is called in the state of a run: the same for the same work, another for any other. */
    String key();

    /** What a reader sees. */
    String title();

    /** About how long it takes with the whole machine to itself, in seconds; the longest that it may be. */
    double seconds();

    /** A job that completes images with the checkpoint that a stage of a training ended with. */
    sealed interface Completing extends PlannedJob permits Trial, Evaluation {

        /** Whose checkpoint. */
        Training training();

        /** The stage that it ends. */
        int stage();
    }
}
