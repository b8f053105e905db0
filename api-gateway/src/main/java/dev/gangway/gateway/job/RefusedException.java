package dev.gangway.gateway.job;

import java.util.List;

/** What a client asked for is refused, for a reason that the client can act on. */
public final class RefusedException extends RuntimeException {

    private final Reason reason;
    private final String code;
    private final List<FieldError> errors;

    private RefusedException(Reason reason, String code, String detail, List<FieldError> errors) {
        super(detail);
        this.reason = reason;
        this.code = code;
        this.errors = List.copyOf(errors);
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
        UNPROCESSABLE
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

    /** What the address names is not there. */
    public static RefusedException notFound(String code, String detail) {
        return new RefusedException(Reason.NOT_FOUND, code, detail, List.of());
    }

    /** It does not fit the present state. */
    public static RefusedException conflict(String code, String detail) {
        return new RefusedException(Reason.CONFLICT, code, detail, List.of());
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

    /** Which sort of reason it is. */
    public Reason reason() {
        return reason;
    }

    /** A stable code in kebab case. */
    public String code() {
        return code;
    }

    /** What is wrong with which fields; may be empty. */
    public List<FieldError> errors() {
        return errors;
    }
}
