package dev.gangway.gateway.fault;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gangway.contracts.validation.FieldsFit;
import dev.gangway.contracts.validation.Misreadings;
import dev.gangway.gateway.job.Faults;
import dev.gangway.gateway.job.RefusedException;
import dev.gangway.gateway.job.RefusedException.FieldError;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.io.IOException;
import java.lang.reflect.Type;
import java.util.Comparator;
import java.util.List;

/** Finds everything that is wrong with JSON that is to become a value. */
@ApplicationScoped
public class JsonFaults {

    private final ObjectMapper json;
    private final Validator validator;

    JsonFaults(ObjectMapper json, Validator validator) {
        this.json = json;
        this.validator = validator;
    }

    /** Gathers what is wrong with {@code body} as a {@code type}. */
    public void gather(Faults faults, byte[] body, Type type) throws IOException {
        if (body.length == 0) {
            faults.add(RefusedException.unreadable(
                    "body-missing",
                    "a body is needed here",
                    List.of(new FieldError(JsonFault.BODY, "is needed here"))));
            return;
        }
        Faults found = new Faults();
        try {
            TextFaults.of(body).forEach(found::add);
            Object unused = gather(found, json.readTree(body), json.constructType(type));
        } catch (JsonProcessingException malformed) {
            found.add(JsonFault.of(malformed));
        }
        faults.add(found);
    }

    /**
     * Gathers what is wrong with {@code tree} as a {@code type}.
     *
     * @param faults what is known to be wrong with it
     * @return the value that the rest says; null if it says none
     */
    public <T> T gather(Faults faults, JsonNode tree, Class<T> type) {
        return type.cast(gather(faults, tree, json.constructType(type)));
    }

    private Object gather(Faults faults, JsonNode tree, JavaType type) {
        Misreadings<Object> read = Misreadings.of(json, tree, type);
        read.faults().forEach(fault -> faults.add(JsonFault.of(fault)));
        if (read.value() != null && !(read.value() instanceof JsonNode)) {
            gatherInvalid(faults, read.value());
        }
        return read.value();
    }

    /** What can be read and is not valid, without what only seems so because something else cannot be read. */
    private void gatherInvalid(Faults faults, Object value) {
        List<FieldError> errors = validator.validate(value).stream()
                .filter(violation -> faults.isEmpty() || !isOfSeveralFields(violation))
                .map(violation -> new FieldError(violation.getPropertyPath().toString(), violation.getMessage()))
                .filter(error -> !faults.concern(error.field()))
                .sorted(Comparator.comparing(FieldError::field))
                .toList();
        if (!errors.isEmpty()) {
            faults.add(RefusedException.unprocessable(
                    "validation-failed", "some fields are missing or out of range", errors));
        }
    }

    private static boolean isOfSeveralFields(ConstraintViolation<Object> violation) {
        return violation.getConstraintDescriptor().getAnnotation() instanceof FieldsFit;
    }
}
