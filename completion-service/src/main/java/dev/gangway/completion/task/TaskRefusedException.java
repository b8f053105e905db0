package dev.gangway.completion.task;

/** The task asks for what cannot be done; trying again would fail again. */
public final class TaskRefusedException extends Exception {

    private final String code;

    public TaskRefusedException(String code, String reason) {
        this(code, reason, null);
    }

    public TaskRefusedException(String code, String reason, Throwable cause) {
        super(reason, cause);
        this.code = code;
    }

    /** A stable code in kebab case. */
    public String code() {
        return code;
    }
}
