package dev.gangway.gateway.job;

import dev.gangway.contracts.job.JobId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a client asked for is refused, for a reason that the client can act on. */
public final class RefusedException extends RuntimeException {

    /** How many jobs a refusal names. */
    private static final int NAMED = 5;

    private final Reason reason;
    private final String code;
    private final List<FieldError> errors;
    private final Duration retryAfter;

    private RefusedException(Reason reason, String code, String detail, List<FieldError> errors) {
        this(reason, code, detail, errors, null);
    }

    private RefusedException(Reason reason, String code, String detail, List<FieldError> errors, Duration retryAfter) {
        super(detail);
        this.reason = reason;
        this.code = code;
        this.errors = List.copyOf(errors);
        this.retryAfter = retryAfter;
    }

    /** Which sort of reason it is. */
    public enum Reason {
        /** A parameter makes no sense. */
        BAD_PARAMETER,
        /** What the address names is not there. */
        NOT_FOUND,
        /** It does not fit the present state. */
        CONFLICT,
        /** The body is larger than is taken. */
        TOO_LARGE,
        /** The body can be read, but not acted on. */
        UNPROCESSABLE,
        /** The body does not come on. */
        TOO_SLOW,
        /** This client asks for too much at once. */
        TOO_MANY,
        /** All clients together ask for too much at once. */
        SATURATED
    }

    /**
     * What is wrong with one field of the request.
     *
     * @param field the field's path, such as {@code overrides.stages[2].updates}
     * @param message what is wrong with it
     */
    public record FieldError(String field, String message) {}

    /** A query parameter or header makes no sense. */
    public static RefusedException badParameter(String name, String message) {
        return new RefusedException(
                Reason.BAD_PARAMETER,
                "parameter-invalid",
                name + " " + message,
                List.of(new FieldError(name, message)));
    }

    /** A part of the body cannot be read. */
    public static RefusedException unreadable(String field, String message) {
        return new RefusedException(
                Reason.BAD_PARAMETER,
                "body-malformed",
                (field.isEmpty() ? "the body" : field) + " " + message,
                List.of(new FieldError(field, message)));
    }

    /** Parts of the request cannot be read. */
    public static RefusedException unreadable(String code, String detail, List<FieldError> errors) {
        return new RefusedException(Reason.BAD_PARAMETER, code, detail, errors);
    }

    /** What the address names is not there. */
    public static RefusedException notFound(String code, String detail) {
        return new RefusedException(Reason.NOT_FOUND, code, detail, List.of());
    }

    /** It does not fit the present state. */
    public static RefusedException conflict(String code, String detail) {
        return new RefusedException(Reason.CONFLICT, code, detail, List.of());
    }

    /** What is to be deleted is needed by {@code jobs}, which have not ended. */
    public static RefusedException inUse(String code, String what, List<JobId> jobs) {
        String named = jobs.stream().limit(NAMED).map(JobId::toString).collect(Collectors.joining(", "));
        String all = jobs.size() > NAMED ? named + " and " + (jobs.size() - NAMED) + " more" : named;
        return conflict(
                code, what + " is needed by jobs that have not ended: " + all + "; cancel them, or wait for their end");
    }

    /** The body is larger than is taken. */
    public static RefusedException tooLarge(String detail) {
        return new RefusedException(Reason.TOO_LARGE, "body-too-large", detail, List.of());
    }

    /** A field of the body cannot be acted on. */
    public static RefusedException unprocessable(String code, String field, String message) {
        return unprocessable(code, message, List.of(new FieldError(field, message)));
    }

    /** The body cannot be acted on. */
    public static RefusedException unprocessable(String code, String detail, List<FieldError> errors) {
        return new RefusedException(Reason.UNPROCESSABLE, code, detail, errors);
    }

    /** The body does not come on. */
    public static RefusedException tooSlow(String detail) {
        return new RefusedException(Reason.TOO_SLOW, "request-timeout", detail, List.of());
    }

    /** This client asks for too much at once, and may ask again after a while. */
    public static RefusedException tooMany(String detail, Duration retryAfter) {
        return new RefusedException(Reason.TOO_MANY, "too-many-requests", detail, List.of(), retryAfter);
    }

    /** All clients together ask for too much at once; any may ask again after a while. */
    public static RefusedException saturated(String detail, Duration retryAfter) {
        return new RefusedException(Reason.SATURATED, "saturated", detail, List.of(), retryAfter);
    }

    /** Somebody else is changing the same thing; it may be asked for again after a while. */
    public static RefusedException busy(String detail, Duration retryAfter) {
        return new RefusedException(Reason.CONFLICT, "concurrent-change", detail, List.of(), retryAfter);
    }

    /** Whether others of the same request's faults can stand beside this one. */
    boolean isFaultOfRequest() {
        return reason == Reason.BAD_PARAMETER || reason == Reason.UNPROCESSABLE;
    }

    /** Which sort of reason it is. */
    public Reason reason() {
        return reason;
    }

    /** A stable code in kebab case. */
    public String code() {
        return code;
    }

    /** When it makes sense to ask again; empty when that never changes anything, or nobody knows. */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }

    /** What is wrong with which fields; may be empty. */
    public List<FieldError> errors() {
        return errors;
    }
}
