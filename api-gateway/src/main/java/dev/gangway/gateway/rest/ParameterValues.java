package dev.gangway.gateway.rest;

import dev.gangway.gateway.text.ReceivedValue;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * What can be read into a parameter of each type. The framework reads some of these types from more than one text, and stops at the first
 * parameter that it cannot read: it gets to see only those that pass here.
 */
final class ParameterValues {

    private static final Map<Class<?>, Form> FORMS = Map.of(
            String.class, new Form(text -> {}, ""),
            Integer.class, new Form(ReceivedValue::integer, "must be a whole number"),
            Long.class, new Form(ReceivedValue::number, "must be a whole number"),
            Boolean.class, new Form(ReceivedValue::flag, "must be true or false"),
            Instant.class, new Form(ReceivedValue::time, "must be a time such as 2026-01-02T03:04:05Z"),
            UUID.class, new Form(ReceivedValue::id, "must be an id such as 0b8f6f0e-3d43-4b58-9d2f-6c2f5d3a1c11"));

    private ParameterValues() {}

    /**
     * A way in which values are written.
     *
     * @param reader throws an {@link IllegalArgumentException} at what is not written so
     * @param what what values have to be
     */
    private record Form(Consumer<String> reader, String what) {}

    /** Why {@code text} is no {@code type}, or nothing if it is one. Types of our own say it by their {@code fromString}. */
    static Optional<String> fault(Class<?> type, String text) {
        Form form = FORMS.get(type);
        if (form != null) {
            return fault(form, text);
        }
        Optional<Method> reader = Arrays.stream(type.getMethods())
                .filter(method -> method.getName().equals("fromString"))
                .findFirst();
        return reader.isPresent() ? fault(reader.get(), text) : faultOfChoice(type, text);
    }

    private static Optional<String> fault(Form form, String text) {
        try {
            form.reader().accept(text);
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.of(form.what());
        }
    }

    private static Optional<String> fault(Method reader, String text) {
        try {
            return reader.invoke(null, text) == null ? Optional.of("says nothing") : Optional.empty();
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof IllegalArgumentException fault) {
                return Optional.of(fault.getMessage());
            }
            throw new IllegalStateException(reader + " fails otherwise than by its argument", e);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(reader + " is public", e);
        }
    }

    private static Optional<String> faultOfChoice(Class<?> type, String text) {
        Object[] choices = type.getEnumConstants();
        if (choices == null) {
            throw new IllegalStateException("nothing says how a " + type + " is read");
        }
        return Arrays.stream(choices)
                        .anyMatch(choice -> ((Enum<?>) choice).name().equals(text))
                ? Optional.empty()
                : Optional.of("must be one of " + Arrays.toString(choices));
    }
}
