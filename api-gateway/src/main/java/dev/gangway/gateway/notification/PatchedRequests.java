package dev.gangway.gateway.notification;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gangway.gateway.job.RefusedException;
import dev.gangway.gateway.job.RefusedException.FieldError;
import dev.gangway.gateway.job.Webhook;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** The requests that would make webhooks as merge patches (RFC 7396) want them to be: changes are checked as creations are. */
@ApplicationScoped
class PatchedRequests {

    private final Targets targets;
    private final ObjectMapper json;
    private final Validator validator;

    PatchedRequests(Targets targets, ObjectMapper json, Validator validator) {
        this.targets = targets;
        this.json = json;
        this.validator = validator;
    }

    /**
     * The patch with its address, if it has one, as it is kept. Names are looked up.
     *
     * @throws RefusedException when no events are sent there
     */
    ObjectNode addressed(ObjectNode patch) {
        JsonNode url = patch.path(Targets.FIELD);
        return url.isTextual()
                ? patch.deepCopy()
                        .put(Targets.FIELD, targets.checked(url.asText()).toString())
                : patch;
    }

    /**
     * The request that would make {@code webhook} as it is, but for its secret, with {@code patch} applied to it.
     *
     * @throws RefusedException when it is not valid
     * @throws JsonProcessingException when it has other fields or types
     */
    WebhookRequest applied(Webhook webhook, ObjectNode patch) throws JsonProcessingException {
        ObjectNode document = json.valueToTree(WebhookRequest.of(webhook));
        patch.properties().forEach(field -> {
            if (field.getValue().isNull()) {
                document.remove(field.getKey());
            } else {
                document.set(field.getKey(), field.getValue());
            }
        });
        return valid(json.treeToValue(document, WebhookRequest.class));
    }

    private WebhookRequest valid(WebhookRequest request) {
        Set<ConstraintViolation<WebhookRequest>> violations = validator.validate(request);
        if (!violations.isEmpty()) {
            List<FieldError> errors = violations.stream()
                    .map(violation -> new FieldError(violation.getPropertyPath().toString(), violation.getMessage()))
                    .sorted(Comparator.comparing(FieldError::field))
                    .toList();
            throw RefusedException.unprocessable(
                    "validation-failed", "some fields are missing or out of range", errors);
        }
        return request;
    }
}
