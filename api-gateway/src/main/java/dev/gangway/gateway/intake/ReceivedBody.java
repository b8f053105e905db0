package dev.gangway.gateway.intake;

import java.io.InputStream;
import java.util.concurrent.atomic.AtomicBoolean;

/** A body that has arrived to its end, and waits here until it is closed. */
public final class ReceivedBody implements AutoCloseable {

    private final Spool spool;
    private final Runnable release;
    private final AtomicBoolean closed = new AtomicBoolean();

    ReceivedBody(Spool spool, Runnable release) {
        this.spool = spool;
        this.release = release;
    }

    /** The body from its beginning. Reading it waits for nobody. */
    public InputStream open() {
        return spool.open();
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            release.run();
        }
    }
}
