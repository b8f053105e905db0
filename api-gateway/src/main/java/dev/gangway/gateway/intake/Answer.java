package dev.gangway.gateway.intake;

import dev.gangway.gateway.config.BodyConfig;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.time.Duration;
import java.time.Instant;

/** Whether an answer is read: whoever writes one that is not waits, and may hold a thread. Belongs to the connection's event loop. */
final class Answer {

    private final HttpServerResponse response;
    private final Duration window;
    private final long leastBytes;
    private Instant waitedSince;
    private long read;

    Answer(HttpServerRequest request, BodyConfig config) {
        this.response = request.response();
        this.window = config.window();
        this.leastBytes = Pace.leastBytes(config);
    }

    /** Whether nothing of it is still to be written; the connection may hold some of it. */
    boolean isWritten() {
        return response.ended() || response.closed();
    }

    /**
     * Whether its reader was waited for through a whole window and took too little in it.
     *
     * @param held how many bytes the connection holds that its client has to take before it takes more from here
     */
    boolean isUnread(long held, Instant now) {
        if (held == 0 && !isHeldUp()) {
            waitedSince = null;
            return false;
        }
        long taken = response.bytesWritten() - held;
        if (waitedSince == null || taken - read >= leastBytes) {
            waitedSince = now;
            read = taken;
        }
        return !now.isBefore(waitedSince.plus(window));
    }

    private boolean isHeldUp() {
        try {
            return !isWritten() && response.writeQueueFull();
        } catch (IllegalStateException e) {
            // Another thread has written the rest of it since.
            return false;
        }
    }
}
