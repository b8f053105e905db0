package dev.gangway.gateway.intake;

import dev.gangway.gateway.config.BodyConfig;
import dev.gangway.gateway.config.GatewayConfig;
import dev.gangway.gateway.job.RefusedException;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.InstantSource;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Receives bodies before anybody works on them: on the event loops, so that a sender who takes his time takes none of the threads that
 * all requests share. Only writing to disk has threads, and these are the intake's own.
 */
@ApplicationScoped
public class Intake {

    private static final int DISK_THREADS = 4;

    private final BodyConfig config;
    private final Crowd senders;
    private final Stock stock;
    private final ExecutorService disk = Executors.newFixedThreadPool(DISK_THREADS);
    private final Arrival.Surroundings around;

    Intake(Vertx vertx, InstantSource clock, GatewayConfig config) {
        this.config = config.bodies();
        this.around = new Arrival.Surroundings(vertx, disk, this.config, clock);
        this.senders = new Crowd("bodies on their way", this.config.atOnce(), this.config.perAddress());
        this.stock = new Stock(this.config.bytes(), this.config.bytesPerAddress());
    }

    void start(@Observes StartupEvent started, MeterRegistry meters) {
        Gauge.builder("gangway.bodies", senders, Crowd::size)
                .description("Bodies of requests that are received or worked on")
                .register(meters);
        Gauge.builder("gangway.bodies.bytes", stock, Stock::size)
                .description("How much of them has arrived")
                .baseUnit("bytes")
                .register(meters);
    }

    void stop(@Observes ShutdownEvent stopping) {
        disk.shutdown();
    }

    /**
     * Receives a body; to be called on the request's own event loop, before anything of it was read.
     *
     * @param limit how many bytes it may have
     * @return the body, for the caller to close; fails with a {@link RefusedException} when it is too large or too slow or there are too many,
     *     and with a {@link ClientLeftException} when the client is gone
     */
    public Future<ReceivedBody> receive(HttpServerRequest request, long limit) {
        String address = address(request);
        try {
            senders.enter(address);
        } catch (RefusedException e) {
            return Future.failedFuture(e);
        }
        return new Arrival(request, limit, new Place(address, senders, stock), around).begin(config.window());
    }

    /** The client's own address, or that which a proxy names that the operator trusts. */
    private static String address(HttpServerRequest request) {
        return request.remoteAddress() == null ? "" : request.remoteAddress().hostAddress();
    }
}
