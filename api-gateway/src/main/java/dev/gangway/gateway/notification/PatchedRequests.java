package dev.gangway.gateway.notification;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gangway.gateway.fault.JsonFaults;
import dev.gangway.gateway.job.Faults;
import dev.gangway.gateway.job.RefusedException;
import dev.gangway.gateway.job.Webhook;
import jakarta.enterprise.context.ApplicationScoped;

/** The requests that would make webhooks as merge patches (RFC 7396) want them to be: changes are checked as creations are. */
@ApplicationScoped
class PatchedRequests {

    private static final String ANY_ADDRESS = "https://example.org/";

    private final Targets targets;
    private final ObjectMapper json;
    private final JsonFaults reading;

    PatchedRequests(Targets targets, ObjectMapper json, JsonFaults reading) {
        this.targets = targets;
        this.json = json;
        this.reading = reading;
    }

    /**
     * The patch of {@code webhook} with its address, if it has one, as it is kept. Names are looked up.
     *
     * @throws RefusedException that names everything that is wrong with it
     */
    ObjectNode checked(Webhook webhook, ObjectNode patch) {
        Faults faults = new Faults();
        ObjectNode document = patched(webhook, patch);
        if (!patch.has(Targets.FIELD)) {
            // An address is not checked again: it may be from before a rule, and its webhook has to be switched off all
            // the same.
            document.put(Targets.FIELD, ANY_ADDRESS);
        }
        WebhookRequest wish = reading.gather(faults, document, WebhookRequest.class);
        if (wish != null) {
            faults.check(wish::wantedKinds, "kinds");
            faults.check(wish::wantedStates, "events");
        }
        JsonNode url = patch.path(Targets.FIELD);
        String target = url.isTextual()
                ? faults.read(() -> targets.checked(url.asText()).toString(), Targets.FIELD)
                : null;
        faults.require();
        return target == null ? patch : patch.deepCopy().put(Targets.FIELD, target);
    }

    /** The request that would make {@code webhook} as it is, but for its secret, with a {@link #checked} patch applied to it. */
    WebhookRequest applied(Webhook webhook, ObjectNode patch) {
        return json.convertValue(patched(webhook, patch), WebhookRequest.class);
    }

    private ObjectNode patched(Webhook webhook, ObjectNode patch) {
        ObjectNode document = json.valueToTree(WebhookRequest.of(webhook));
        patch.properties().forEach(field -> {
            if (field.getValue().isNull()) {
                document.remove(field.getKey());
            } else {
                document.set(field.getKey(), field.getValue());
            }
        });
        return document;
    }
}
