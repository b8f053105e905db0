package dev.gangway.gateway.lifecycle;

import java.time.Duration;
import java.util.Optional;

/** When a job that has come so far in some time will be done, if it goes on like that. */
final class TimeLeft {

    private TimeLeft() {}

    /**
     * The seconds that are left; empty before anything is done.
     *
     * @param elapsed since a worker first claimed the job, waiting included
     * @param share of the work that is done, from 0 to 1
     */
    static Optional<Double> seconds(Duration elapsed, double share) {
        if (share <= 0) {
            return Optional.empty();
        }
        double seconds = Math.max(0, elapsed.toMillis()) / 1_000.0;
        return Optional.of(seconds * Math.max(0, 1 - share) / share);
    }
}
