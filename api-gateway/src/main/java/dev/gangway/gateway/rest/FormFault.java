package dev.gangway.gateway.rest;

import dev.gangway.gateway.job.RefusedException;
import dev.gangway.gateway.job.RefusedException.FieldError;
import java.util.List;
import java.util.Optional;
import org.jboss.resteasy.reactive.server.core.multipart.FormData;

/** Knows a form that is none by who complains: the framework's parser has no exception of its own for most of what it meets. */
final class FormFault {

    private static final String PARSER = FormData.class.getPackageName();

    private FormFault() {}

    /** The refusal of a form that is none, if {@code failure} is the parser's own and not a disk's. */
    static Optional<RefusedException> of(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        StackTraceElement[] trace = root.getStackTrace();
        return trace.length > 0 && trace[0].getClassName().startsWith(PARSER + ".")
                ? Optional.of(RefusedException.unreadable(
                        "body-malformed",
                        "the body is no multipart form, or does not end as one",
                        List.of(new FieldError("body", "is no multipart form, or does not end as one"))))
                : Optional.empty();
    }
}
