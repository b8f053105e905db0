package dev.gangway.artifacts.image;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;

/** Says when decoding has to end: when its time is over, or nobody waits for the picture any more. It is the decoding thread that asks. */
final class DecodingWatch {

    private final Clock clock;
    private final Duration time;
    private final Instant end;
    private final BooleanSupplier stop;
    private boolean stopped;
    private boolean late;

    DecodingWatch(Clock clock, Duration time, BooleanSupplier stop) {
        this.clock = clock;
        this.time = time;
        this.end = clock.instant().plus(time);
        this.stop = stop;
    }

    /** Whether decoding has to end now, or had to before. */
    boolean isOver() {
        stopped = stopped || stop.getAsBoolean();
        late = late || clock.instant().isAfter(end);
        return hasEnded();
    }

    /** Whether decoding was told to end. */
    boolean hasEnded() {
        return stopped || late;
    }

    /** Whether nobody waits for the picture any more. */
    boolean isStopped() {
        return stopped;
    }

    /** Ends reading; a decoder passes this exception on. */
    void requireTime() throws IOException {
        if (isOver()) {
            throw new InterruptedIOException(reason());
        }
    }

    String reason() {
        return "decoding takes more than the " + time.toMillis() / 1000.0 + " s of a processor that it may";
    }
}
