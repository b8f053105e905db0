package dev.gangway.local.process;

/** Something that the user has to know and can do something about; the message is all that is shown. */
public class GangwayException extends RuntimeException {

    /** A failure whose message says what is wrong and, where it can, what to do. */
    public GangwayException(String message) {
        super(message);
    }

    /** A failure that follows from another. */
    public GangwayException(String message, Throwable cause) {
        super(message, cause);
    }
}
