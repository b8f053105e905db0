package dev.gangway.local.process;

import java.time.Duration;

/** How often a part died in a row, and what follows, counted in looks of {@link #LOOKS_EVERY}: one that runs for a minute begins anew. */
final class Restarts {

    static final Duration LOOKS_EVERY = Duration.ofSeconds(1);
    static final int MOST = 6;

    private static final int CALM = 60;

    private int deaths;
    private int looksToWait;
    private int looksInOrder;
    private boolean expected = true;

    /** It was seen to run. */
    void runs() {
        expected = true;
        looksInOrder++;
        if (looksInOrder >= CALM) {
            deaths = 0;
        }
    }

    /** It was seen not to run: starts at once after the first death, and 1, 3, 7, 15 and 31 looks later after further ones. */
    Step isMissing() {
        if (expected) {
            expected = false;
            looksInOrder = 0;
            looksToWait = (1 << deaths) - 1;
            deaths++;
        }
        if (deaths > MOST) {
            return Step.GIVE_UP;
        }
        if (looksToWait > 0) {
            looksToWait--;
            return Step.WAIT;
        }
        expected = true;
        return Step.START;
    }

    /** What to do now. */
    enum Step {
        START,
        WAIT,
        GIVE_UP
    }
}
