package dev.gangway.contracts.event;

/**
 * Why work failed.
 *
 * @param code a stable code in kebab case, such as {@code diverged}
 * @param detail what and where, for a person
 * @param cause whose fault it was, which decides whether it is tried again
 */
public record JobFailure(String code, String detail, Cause cause) {

    /** Whose fault a failure was. */
    public enum Cause {
        /** The job's own: trying again would fail again. */
        JOB,
        /** The machine's: trying again may succeed, and is not done for ever. */
        MACHINE,
        /** Store, broker or database do not answer: tried again until they do. */
        OUTAGE
    }
}
