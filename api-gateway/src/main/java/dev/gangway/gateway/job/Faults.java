package dev.gangway.gateway.job;

import dev.gangway.gateway.job.RefusedException.FieldError;
import dev.gangway.gateway.job.RefusedException.Reason;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Gathers what is wrong with a request, so that one answer names all of it. */
public final class Faults {

    private final List<RefusedException> gathered = new ArrayList<>();

    /**
     * What {@code reading} gives, or null when that is at fault; what is refused for another reason is refused at once.
     *
     * @param fields what is read: when one of them is at fault already, nothing is read
     */
    public <T> T read(Supplier<T> reading, String... fields) {
        if (Arrays.stream(fields).anyMatch(this::concern)) {
            return null;
        }
        try {
            return reading.get();
        } catch (RefusedException refused) {
            add(refused);
            return null;
        }
    }

    /** Gathers what {@code check} refuses; see {@link #read}. */
    public void check(Runnable check, String... fields) {
        Object unused = read(
                () -> {
                    check.run();
                    return null;
                },
                fields);
    }

    /** Gathers a fault; what is refused for another reason is refused at once. */
    public void add(RefusedException refused) {
        if (!refused.isFaultOfRequest()) {
            throw refused;
        }
        gathered.add(refused);
    }

    /** Gathers others' faults. */
    public void add(Faults others) {
        gathered.addAll(others.gathered);
    }

    /** Whether nothing was gathered. */
    public boolean isEmpty() {
        return gathered.isEmpty();
    }

    /** Whether something that was gathered is about {@code field}, a part of it, or what it is a part of. */
    public boolean concern(String field) {
        return errors().anyMatch(error -> touch(error.field(), field));
    }

    private static boolean touch(String field, String other) {
        return field.equals(other) || isWithin(field, other) || isWithin(other, field);
    }

    private static boolean isWithin(String field, String outer) {
        return field.startsWith(outer + ".") || field.startsWith(outer + "[");
    }

    private Stream<FieldError> errors() {
        return gathered.stream().flatMap(refused -> refused.errors().stream());
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

    /** What cannot be read weighs more than what cannot be done, as a 400 goes before a 422. */
    private RefusedException together() {
        List<FieldError> errors = errors().toList();
        Optional<RefusedException> unreadable = gathered.stream()
                .filter(refused -> refused.reason() == Reason.BAD_PARAMETER)
                .findFirst();
        return unreadable
                .map(first -> RefusedException.unreadable(
                        first.code(),
                        first.getMessage() + "; " + (errors.size() - 1) + " more at fault, see errors",
                        errors))
                .orElseGet(() -> unprocessable(errors));
    }

    private RefusedException unprocessable(List<FieldError> errors) {
        List<String> codes =
                gathered.stream().map(RefusedException::code).distinct().toList();
        return RefusedException.unprocessable(
                codes.size() == 1 ? codes.get(0) : "validation-failed",
                gathered.stream().map(RefusedException::getMessage).distinct().collect(Collectors.joining("; ")),
                errors);
    }
}
