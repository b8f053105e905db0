package dev.gangway.gateway.rest;

import dev.gangway.gateway.job.RefusedException;
import dev.gangway.gateway.job.RefusedException.FieldError;
import dev.gangway.gateway.wire.HeadFault;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.ws.rs.WebApplicationException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Which problem an exception is. */
final class Problems {

    static final Problem INTERNAL =
            Problem.of(500, "internal-error", "something went wrong here; the service's log says what");

    private static final Map<Integer, String> CODES = Map.ofEntries(
            Map.entry(400, "bad-request"),
            Map.entry(401, "unauthenticated"),
            Map.entry(403, "forbidden"),
            Map.entry(404, "not-found"),
            Map.entry(405, "method-not-allowed"),
            Map.entry(406, "not-acceptable"),
            Map.entry(408, "request-timeout"),
            Map.entry(409, "conflict"),
            Map.entry(413, "body-too-large"),
            Map.entry(414, "address-too-long"),
            Map.entry(415, "media-type-unsupported"),
            Map.entry(431, "headers-too-large"),
            Map.entry(503, "unavailable"));

    private static final Map<Integer, String> DETAILS = Map.of(
            404, "there is nothing at this address",
            405, "this address does not take this method",
            406, "none of the media types that are asked for is made here",
            413, "the body is larger than is taken here",
            415, "bodies of this media type are not read here");

    private Problems() {}

    static Problem of(RefusedException refused) {
        return Problem.of(status(refused.reason()), refused.code(), refused.getMessage(), refused.errors());
    }

    static Problem of(HeadFault fault) {
        return Problem.of(fault.status(), fault.code(), fault.detail());
    }

    /** The problem with a status that the framework chose. */
    static Problem ofStatus(int status) {
        if (status == 500 || status < 400) {
            return INTERNAL;
        }
        String code = CODES.getOrDefault(status, "http-" + status);
        return Problem.of(status, code, DETAILS.getOrDefault(status, code.replace('-', ' ')));
    }

    static Problem of(WebApplicationException refused) {
        return ofStatus(refused.getResponse().getStatus());
    }

    static Problem of(ConstraintViolationException invalid) {
        List<FieldError> errors = invalid.getConstraintViolations().stream()
                .map(violation -> new FieldError(field(violation), violation.getMessage()))
                .sorted(Comparator.comparing(FieldError::field))
                .toList();
        if (errors.stream().anyMatch(error -> error.field().isEmpty())) {
            return Problem.of(400, "body-missing", "a body is needed here");
        }
        boolean body = invalid.getConstraintViolations().stream().anyMatch(Problems::isInBody);
        return body
                ? Problem.of(422, "validation-failed", "some fields are missing or out of range", errors)
                : Problem.of(400, "parameter-invalid", "some parameters are out of range", errors);
    }

    /** The path behind the method's name, and behind the parameter's when that is the body. */
    private static String field(ConstraintViolation<?> violation) {
        List<String> parts = new ArrayList<>();
        for (Path.Node node : violation.getPropertyPath()) {
            if (isField(node)) {
                parts.add(node.toString());
            }
        }
        return String.join(".", parts);
    }

    /** Not the method, its body, or a value as a whole, which has no name of its own. */
    private static boolean isField(Path.Node node) {
        ElementKind kind = node.getKind();
        return kind != ElementKind.METHOD
                && kind != ElementKind.BEAN
                && (kind != ElementKind.PARAMETER || !isBody(node));
    }

    private static boolean isInBody(ConstraintViolation<?> violation) {
        for (Path.Node node : violation.getPropertyPath()) {
            if (node.getKind() == ElementKind.PARAMETER) {
                return isBody(node);
            }
        }
        return false;
    }

    private static boolean isBody(Path.Node parameter) {
        return parameter.getName().equals(JsonBody.PARAMETER);
    }

    private static int status(RefusedException.Reason reason) {
        return switch (reason) {
            case BAD_PARAMETER -> 400;
            case NOT_FOUND -> 404;
            case CONFLICT -> 409;
            case TOO_LARGE -> 413;
            case UNPROCESSABLE -> 422;
            case TOO_SLOW -> 408;
            case TOO_MANY -> 429;
            case SATURATED -> 503;
        };
    }
}
