package dev.gangway.gateway.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.gangway.artifacts.archive.NoRoomException;
import dev.gangway.artifacts.dataset.DatasetMismatchException;
import dev.gangway.artifacts.store.ContentMismatchException;
import dev.gangway.artifacts.store.ObjectMissingException;
import dev.gangway.artifacts.store.StoreRefusedException;
import dev.gangway.artifacts.store.StoreUnavailableException;
import dev.gangway.gateway.deadletter.BrokerUnavailableException;
import dev.gangway.gateway.job.RefusedException;
import dev.gangway.ledger.outage.Outages;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ValidationException;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Answers what fails in here, or in what is needed here. */
@ApplicationScoped
class FailureMapper {

    private static final Logger LOG = Logger.getLogger(FailureMapper.class);

    /** What proxies log when a client has left; never sent. */
    private static final int CLIENT_LEFT = 499;

    private static final Duration AT_ONCE = Duration.ofSeconds(1);
    private static final Duration SOON = Duration.ofSeconds(5);
    private static final Duration LATER = Duration.ofSeconds(30);

    private final ProblemAnswers answers;

    FailureMapper(ProblemAnswers answers) {
        this.answers = answers;
    }

    /** The store is away. */
    @ServerExceptionMapper
    Response storeUnavailable(StoreUnavailableException outage) {
        return unavailable("store-unavailable", "the store", outage);
    }

    /** The store answers, and does not do it: asking again does not help before its operator has looked. */
    @ServerExceptionMapper
    Response storeRefused(StoreRefusedException refusal) {
        LOG.errorf("a request failed: %s", refusal.getMessage());
        return answers.of(Problem.of(500, "store-refused", "the store refuses this; the service's log says why"));
    }

    /** Others take the memory that it takes to work on what was sent; or nobody has so much. */
    @ServerExceptionMapper
    Response noRoom(NoRoomException full) {
        return answers.of(
                full.everFits()
                        ? RefusedException.saturated(full.getMessage(), LATER)
                        : RefusedException.tooLarge(full.getMessage()));
    }

    /** The broker is away. */
    @ServerExceptionMapper
    Response brokerUnavailable(BrokerUnavailableException outage) {
        return unavailable("broker-unavailable", "the broker", outage);
    }

    /** What lies in the store is not what was written there. */
    @ServerExceptionMapper
    Response corrupt(ContentMismatchException damage) {
        return damaged(damage);
    }

    /** Likewise what lies there of a dataset. */
    @ServerExceptionMapper
    Response corrupt(DatasetMismatchException damage) {
        return damaged(damage);
    }

    /** What the database names is not in the store any more. */
    @ServerExceptionMapper
    Response missing(ObjectMissingException loss) {
        LOG.errorf("a request failed: %s", loss.getMessage());
        return answers.of(Problem.of(410, "missing", loss.getMessage()));
    }

    private Response damaged(RuntimeException damage) {
        LOG.errorf("a request failed: %s", damage.getMessage());
        return answers.of(Problem.of(409, "damaged", damage.getMessage()));
    }

    /** A constraint that cannot be checked is a mistake in here. */
    @ServerExceptionMapper
    Response uncheckable(ValidationException mistake) {
        return broken(mistake);
    }

    /** An answer that cannot be written is a mistake in here, whatever was asked. */
    Response unwritable(JsonProcessingException mistake) {
        LOG.error("an answer cannot be written", mistake);
        return answers.of(Problems.INTERNAL);
    }

    /** Also what happens because the client has left: nobody reads the answer then, and nobody has to look into it. */
    @ServerExceptionMapper
    Response unexpected(Throwable failure, RoutingContext exchange) {
        if (exchange.response().closed()) {
            LOG.debugf(
                    "%s %s: the client has left: %s",
                    exchange.request().method(), exchange.request().path(), failure);
            return Response.status(CLIENT_LEFT).build();
        }
        return FormFault.of(failure)
                .map(answers::of)
                .or(() -> Outages.cause(failure).map(cause -> ofDatabase(cause, failure)))
                .orElseGet(() -> broken(failure));
    }

    private Response ofDatabase(Outages.Cause cause, Throwable failure) {
        return switch (cause) {
            case AWAY -> unavailable("database-unavailable", "the database", failure);
            case SATURATED -> {
                LOG.warnf("a request found no connection to the database: %s", failure.getMessage());
                yield answers.of(
                        RefusedException.saturated("too much is asked for at once; try again in a moment", SOON));
            }
            case CONTENTION ->
                answers.of(RefusedException.busy("somebody else is changing the same; try again in a moment", AT_ONCE));
        };
    }

    private Response broken(Throwable failure) {
        LOG.error("a request failed", failure);
        return answers.of(Problems.INTERNAL);
    }

    /** Answers what broke outside of a resource. */
    void answer(RoutingContext exchange, Throwable failure) {
        Response problem = unexpected(failure, exchange);
        if (problem.getStatus() != CLIENT_LEFT) {
            ProblemAnswers.answer(exchange, problem);
        }
    }

    private Response unavailable(String code, String what, Throwable outage) {
        LOG.warnf("a request failed: %s is away: %s", what, outage.getMessage());
        return answers.of(Problem.of(503, code, what + " is not available; try again later"), SOON);
    }
}
