package dev.gangway.gateway.intake;

import dev.gangway.gateway.config.BodyConfig;
import dev.gangway.gateway.job.RefusedException;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Executor;
import org.jboss.logging.Logger;

/**
 * One body on its way. Everything happens on the request's event loop but for the writing to disk, during which the sender is held up, so
 * that no more of it than one portion is ever in memory.
 */
final class Arrival {

    private static final Logger LOG = Logger.getLogger(Arrival.class);
    private static final int PORTION_BYTES = 16 << 10;
    private static final Duration LATER = Duration.ofSeconds(30);

    private final HttpServerRequest request;
    private final long limit;
    private final Place place;
    private final Pace pace;
    private final Executor disk;
    private final InstantSource clock;
    private final Vertx vertx;
    private final Context loop;
    private final Spool spool = new Spool();
    private final Promise<ReceivedBody> whole = Promise.promise();
    private Buffer portion = Buffer.buffer();
    private boolean writing;
    private boolean over;
    private long timer;

    Arrival(HttpServerRequest request, long limit, Place place, Surroundings around) {
        this.request = request;
        this.limit = limit;
        this.place = place;
        this.pace = new Pace(around.config(), around.clock().instant());
        this.disk = around.disk();
        this.clock = around.clock();
        this.vertx = around.vertx();
        this.loop = vertx.getOrCreateContext();
    }

    /** What every arrival has in common with the others. */
    record Surroundings(Vertx vertx, Executor disk, BodyConfig config, InstantSource clock) {}

    Future<ReceivedBody> begin(Duration window) {
        request.exceptionHandler(gone -> fail(new ClientLeftException(gone)));
        request.handler(this::take);
        request.endHandler(end -> finish());
        timer = vertx.setPeriodic(window.toMillis(), tick -> look());
        request.resume();
        return whole.future();
    }

    private void look() {
        if (pace.isTooSlow(clock.instant())) {
            fail(RefusedException.tooSlow(
                    "the body came too slowly, or took too long: " + place.bytes() + " bytes of it are here"));
        }
    }

    private void take(Buffer chunk) {
        if (over) {
            return;
        }
        pace.count(chunk.length());
        try {
            place.add(chunk.length());
            BodyLimit.require(place.bytes(), limit);
        } catch (RefusedException e) {
            fail(e);
            return;
        }
        portion.appendBuffer(chunk);
        if (portion.length() > PORTION_BYTES) {
            request.pause();
            pace.holdUp(clock.instant());
            write(this::goOn);
        }
    }

    private void goOn() {
        pace.goOn(clock.instant());
        request.resume();
    }

    private void finish() {
        if (over) {
            return;
        }
        if (spool.hasFile()) {
            pace.holdUp(clock.instant());
            write(this::complete);
        } else {
            spool.hold(ByteBuffer.wrap(portion.getBytes()));
            complete();
        }
    }

    private void write(Runnable then) {
        writing = true;
        ByteBuffer bytes = ByteBuffer.wrap(portion.getBytes());
        portion = Buffer.buffer();
        disk.execute(() -> {
            IOException failure = written(bytes);
            loop.runOnContext(back -> wrote(failure, then));
        });
    }

    private IOException written(ByteBuffer bytes) {
        try {
            spool.write(bytes);
            return null;
        } catch (IOException e) {
            return e;
        }
    }

    private void wrote(IOException failure, Runnable then) {
        writing = false;
        if (over) {
            release();
        } else if (failure != null) {
            LOG.errorf("a body cannot be kept in the temporary folder: %s", failure);
            fail(RefusedException.saturated("there is no room for the body just now", LATER));
        } else {
            then.run();
        }
    }

    private void complete() {
        over = true;
        vertx.cancelTimer(timer);
        whole.complete(new ReceivedBody(spool, this::release));
    }

    private void fail(RuntimeException reason) {
        if (over) {
            return;
        }
        over = true;
        vertx.cancelTimer(timer);
        if (!writing) {
            release();
        }
        whole.fail(reason);
    }

    private void release() {
        place.leave();
        try {
            spool.close();
        } catch (IOException e) {
            LOG.warnf("a temporary file cannot be given back: %s", e);
        }
    }
}
