package dev.gangway.gateway.intake;

import dev.gangway.gateway.config.BodyConfig;
import dev.gangway.gateway.config.GatewayConfig;
import dev.gangway.gateway.config.WorkConfig;
import dev.gangway.gateway.job.RefusedException;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Locale;
import java.util.Map;

/** Lets only so much be done at once of what takes long, each kind by itself, so that threads are left for everybody else. */
@ApplicationScoped
public class LongWork {

    /** What takes long. */
    public enum Kind {
        /** Sending archives, images, reports and the like to those who read them. */
        ANSWER,
        /** Unpacking what was sent. */
        ARCHIVE,
        /** Listing what lies in an upload. */
        LISTING,
        /** Reading dead letters off the broker. */
        DEAD_LETTERS,
        /** Looking up where a webhook leads. */
        WEBHOOK_CHANGE
    }

    private final Map<Kind, Crowd> crowds;

    LongWork(GatewayConfig config) {
        BodyConfig bodies = config.bodies();
        WorkConfig work = config.work();
        this.crowds = Map.of(
                Kind.ANSWER,
                        new Crowd("long answers on their way", bodies.longAnswers(), bodies.longAnswersPerAddress()),
                Kind.ARCHIVE, new Crowd("archives to unpack on their way", work.archives(), work.archivesPerAddress()),
                Kind.LISTING, new Crowd("uploads to list on their way", work.listings(), work.listingsPerAddress()),
                Kind.DEAD_LETTERS,
                        new Crowd(
                                "readings of dead letters on their way",
                                work.deadLetters(),
                                work.deadLettersPerAddress()),
                Kind.WEBHOOK_CHANGE,
                        new Crowd(
                                "changes of webhooks on their way",
                                work.webhookChanges(),
                                work.webhookChangesPerAddress()));
    }

    void start(@Observes StartupEvent started, MeterRegistry meters) {
        crowds.forEach((kind, crowd) -> Gauge.builder("gangway.work", crowd, Crowd::size)
                .tag("kind", kind.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .description("What takes long and is being done")
                .register(meters));
    }

    /**
     * Begins something for {@code address}, until it {@linkplain #end ends}.
     *
     * @throws RefusedException when there is too much of it
     */
    public void begin(Kind kind, String address) {
        crowds.get(kind).enter(address);
    }

    /** Ends what was begun. */
    public void end(Kind kind, String address) {
        crowds.get(kind).leave(address);
    }
}
