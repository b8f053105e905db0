package dev.gangway.completion.batch;

/** The task asks for what cannot be done; trying again would fail again. */
final class TaskRefusedException extends Exception {

    private final String code;

    TaskRefusedException(String code, String reason) {
        this(code, reason, null);
    }

    TaskRefusedException(String code, String reason, Throwable cause) {
        super(reason, cause);
        this.code = code;
    }

    /** A stable code in kebab case. */
    String code() {
        return code;
    }
}
