package dev.gangway.gateway.rest;

import dev.gangway.gateway.config.GatewayConfig;
import dev.gangway.gateway.intake.BodyLimit;
import dev.gangway.gateway.intake.ClientLeftException;
import dev.gangway.gateway.intake.Intake;
import dev.gangway.gateway.intake.ReceivedBody;
import dev.gangway.gateway.job.RefusedException;
import dev.gangway.gateway.wire.GuardedServer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jboss.logging.Logger;

/** Has every body received before the request goes on to its resource, which a thread of its own works on. */
@ApplicationScoped
class BodyRoute {

    private static final Logger LOG = Logger.getLogger(BodyRoute.class);

    /** Behind what decides by the head alone whether a request is let in; before the resources. */
    private static final int ORDER = -10;

    private static final String BODY = ReceivedBody.class.getName();
    private static final long SMALL_BYTES = 1 << 20;
    private static final Set<HttpMethod> ASKING = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);
    private static final Set<String> TAKING_ARCHIVES = Set.of("/v1/datasets", "/v1/uploads");

    private final Intake intake;
    private final ProblemAnswers problems;
    private final GuardedServer server;
    private final long archiveBytes;

    BodyRoute(Intake intake, ProblemAnswers problems, GuardedServer server, GatewayConfig config) {
        this.server = server;
        this.intake = intake;
        this.problems = problems;
        this.archiveBytes = config.datasets().archiveBytes();
    }

    void register(@Observes Router router) {
        router.route().order(ORDER).handler(this::receive);
    }

    /** The body of a request that has one; whoever takes it closes it. */
    static Optional<ReceivedBody> take(RoutingContext exchange) {
        return Optional.ofNullable(exchange.remove(BODY));
    }

    private void receive(RoutingContext exchange) {
        HttpServerRequest request = exchange.request();
        if (!mayHaveBody(request)) {
            exchange.next();
            return;
        }
        try {
            long limit = limit(exchange);
            BodyLimit.require(announced(request), limit);
            invite(request);
            intake.receive(request, limit)
                    .onSuccess(body -> goOn(exchange, body))
                    .onFailure(e -> end(exchange, e));
        } catch (RefusedException e) {
            end(exchange, e);
        }
    }

    /** Some clients ask first whether a body is wanted. */
    private static void invite(HttpServerRequest request) {
        boolean asked = HttpHeaders.CONTINUE.toString().equalsIgnoreCase(request.getHeader(HttpHeaders.EXPECT));
        if (asked && request.version() == HttpVersion.HTTP_1_1) {
            request.response().writeContinue();
        }
    }

    private void goOn(RoutingContext exchange, ReceivedBody body) {
        Optional<Problem> fault = server.bodyFault(exchange).map(Problems::of);
        if (fault.isPresent()) {
            body.close();
            problems.answer(exchange, fault.get());
            return;
        }
        exchange.put(BODY, body);
        exchange.addEndHandler(ended -> take(exchange).ifPresent(ReceivedBody::close));
        exchange.next();
    }

    private void end(RoutingContext exchange, Throwable reason) {
        if (reason instanceof RefusedException refused) {
            refuse(exchange, refused);
        } else if (reason instanceof ClientLeftException) {
            LOG.debugf(
                    "%s %s: %s", exchange.request().method(), exchange.request().path(), reason.getMessage());
        } else {
            exchange.fail(reason);
        }
    }

    private void refuse(RoutingContext exchange, RefusedException refused) {
        UnreadBody.announceEnd(exchange);
        problems.answer(exchange, refused);
        UnreadBody.drop(exchange);
    }

    private long limit(RoutingContext exchange) {
        boolean large =
                TAKING_ARCHIVES.contains(withoutSlash(exchange.normalizedPath())) && !isJson(exchange.request());
        return large ? archiveBytes : SMALL_BYTES;
    }

    /** One slash at the end leads to the same resource. */
    private static String withoutSlash(String path) {
        return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }

    private static boolean isJson(HttpServerRequest request) {
        String type = request.getHeader(HttpHeaders.CONTENT_TYPE);
        return type != null && type.toLowerCase(Locale.ROOT).contains("json");
    }

    /** Nobody reads the body of a request that only asks. */
    private static boolean mayHaveBody(HttpServerRequest request) {
        return !ASKING.contains(request.method())
                && (request.headers().contains(HttpHeaders.TRANSFER_ENCODING) || announced(request) > 0);
    }

    private static long announced(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        try {
            return length == null ? 0 : Long.parseLong(length.strip());
        } catch (NumberFormatException e) {
            throw RefusedException.badParameter("Content-Length", "must be a whole number");
        }
    }
}
