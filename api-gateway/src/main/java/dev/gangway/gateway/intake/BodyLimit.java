package dev.gangway.gateway.intake;

import dev.gangway.gateway.job.RefusedException;

/** How large a body may be. */
public final class BodyLimit {

    private BodyLimit() {}

    /**
     * Accepts a body of so many bytes, which are here or are announced.
     *
     * @throws RefusedException when these are too many
     */
    public static void require(long bytes, long limit) {
        if (bytes > limit) {
            throw RefusedException.tooLarge("the body is larger than the " + limit + " bytes that are taken here");
        }
    }
}
