package dev.gangway.contracts.event;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * Why work failed.
 *
 * @param code a stable code in kebab case, such as {@code diverged}
 * @param detail what and where, for a person; what cannot be shown is replaced, and what is longer than 2,000 characters cut off
 * @param cause whose fault it was, which decides whether it is tried again
 */
public record JobFailure(
        @NotNull @Pattern(regexp = "[a-z0-9]+(-[a-z0-9]+){0,20}") @Size(max = 100)
        String code,

        @NotNull String detail,
        @NotNull Cause cause) {

    private static final int DETAIL = 2_000;
    private static final java.util.regex.Pattern UNSHOWABLE =
            java.util.regex.Pattern.compile("[\\p{Cc}\\p{Cs}&&[^\\n\\t]]");

    /** A failure is told in any case, whatever an exception had to say about it. */
    public JobFailure {
        if (detail != null) {
            String cut = detail.length() <= DETAIL ? detail : detail.substring(0, DETAIL);
            detail = UNSHOWABLE.matcher(cut).replaceAll("\uFFFD");
        }
    }

    /** The failure that {@code reason} tells of, also when it has no message. */
    public static JobFailure of(String code, Throwable reason, Cause cause) {
        return new JobFailure(code, reason.getMessage() == null ? reason.toString() : reason.getMessage(), cause);
    }

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
