package dev.gangway.gateway.intake;

import dev.gangway.gateway.config.BodyConfig;
import dev.gangway.gateway.config.GatewayConfig;
import dev.gangway.gateway.job.RefusedException;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Lets only so many read long answers at once, so that threads are left for everybody else. */
@ApplicationScoped
public class LongAnswers {

    private final Crowd readers;

    LongAnswers(GatewayConfig config) {
        BodyConfig bodies = config.bodies();
        this.readers = new Crowd("long answers on their way", bodies.longAnswers(), bodies.longAnswersPerAddress());
    }

    void start(@Observes StartupEvent started, MeterRegistry meters) {
        Gauge.builder("gangway.answers.long", readers, Crowd::size)
                .description("Archives and other long answers that are being read")
                .register(meters);
    }

    /**
     * Lets a reader in.
     *
     * @throws RefusedException when there are too many
     */
    public void begin(String address) {
        readers.enter(address);
    }

    /** A reader that was let in has read everything, or has left. */
    public void end(String address) {
        readers.leave(address);
    }
}
