package dev.gangway.gateway.intake;

import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
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
        return Channels.newInputStream(channel());
    }

    /** The same for whoever reads it at any place: it lies here as it came. Closing the channel leaves it here. */
    public SeekableByteChannel channel() {
        return spool.open();
    }

    /** What was received where there was no body. */
    public static SeekableByteChannel nothing() {
        return new Spool().open();
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            release.run();
        }
    }
}
