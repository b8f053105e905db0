package dev.gangway.contracts.message;

/** A record's bytes are no message of the type that they claim to be. */
public final class UnreadableMessageException extends Exception {

    private final String code;

    UnreadableMessageException(String code, String message, Throwable cause) {
        super(message, cause);
        this.code = code;
    }

    /** A stable code: {@code type-missing}, {@code type-unknown}, {@code type-version-unknown}, {@code body-malformed} or {@code body-invalid}. */
    public String code() {
        return code;
    }
}
