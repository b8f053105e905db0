package dev.gangway.gateway.job;

import dev.gangway.gateway.job.RefusedException.FieldError;
import dev.gangway.gateway.job.RefusedException.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Gathers what is wrong with a request, so that one answer names all of it. */
public final class Faults {

    private final List<RefusedException> gathered = new ArrayList<>();

    /** What {@code reading} gives, or null when that is at fault; what is refused for another reason is refused at once. */
    public <T> T read(Supplier<T> reading) {
        try {
            return reading.get();
        } catch (RefusedException refused) {
            if (!refused.isFaultOfRequest()) {
                throw refused;
            }
            gathered.add(refused);
            return null;
        }
    }

    /** Gathers what {@code check} refuses; see {@link #read}. */
    public void check(Runnable check) {
        read(() -> {
            check.run();
            return null;
        });
    }

    /** Refuses the request if anything was gathered. */
    public void require() {
        if (gathered.size() == 1) {
            throw gathered.get(0);
        }
        if (!gathered.isEmpty()) {
            throw together();
        }
    }

    /** A fault in a parameter weighs more than one in the body, as a 400 goes before a 422. */
    private RefusedException together() {
        List<FieldError> errors =
                gathered.stream().flatMap(refused -> refused.errors().stream()).toList();
        if (gathered.stream().anyMatch(refused -> refused.reason() == Reason.BAD_PARAMETER)) {
            return RefusedException.badParameters(errors);
        }
        List<String> codes =
                gathered.stream().map(RefusedException::code).distinct().toList();
        return RefusedException.unprocessable(
                codes.size() == 1 ? codes.get(0) : "validation-failed",
                gathered.stream().map(RefusedException::getMessage).collect(Collectors.joining("; ")),
                errors);
    }
}
