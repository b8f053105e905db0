package dev.gangway.gateway.notification;

import dev.gangway.contracts.job.JobKind;
import dev.gangway.contracts.job.JobState;
import dev.gangway.contracts.job.Names;
import dev.gangway.gateway.job.Faults;
import dev.gangway.gateway.job.RefusedException;
import dev.gangway.gateway.job.Webhook;
import dev.gangway.gateway.job.WebhookFilter;
import dev.gangway.gateway.job.WebhookSecret;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A wish to be told of jobs.
 *
 * @param url where events are sent
 * @param kinds of which kinds of jobs; both when left out
 * @param events which types of events; those of jobs' ends when left out
 * @param model of which model's jobs; of all when left out
 * @param secret what they are signed with; made here when left out
 * @param enabled whether events are sent; they are when left out
 */
@Schema(description = "A wish to be told of jobs.")
public record WebhookRequest(
        @NotNull
        @Size(min = 1, max = WebhookRequest.LONGEST_URL)
        @Schema(
                description = "Where events are sent; https unless the operator allows http.",
                examples = "https://example.org/gangway")
        String url,

        @Size(min = 1, max = 2)
        @Schema(description = "Only of jobs of these kinds, `TRAINING` or `COMPLETION`.", examples = "[\"TRAINING\"]")
        List<String> kinds,

        @Size(min = 1, max = 7)
        @Schema(
                description =
                        "Only events of these types; those of `succeeded`, `failed` and `cancelled` when left out.",
                examples = "[\"dev.gangway.job.succeeded.v1\"]")
        List<String> events,

        @Pattern(regexp = Names.PATTERN, message = "must be lower-case letters, digits and inner hyphens, at most 63")
        @Schema(description = "Only of jobs that train or use this model.", examples = "faces")
        String model,

        @Pattern(regexp = WebhookSecret.PATTERN, message = "must be 24 to 256 visible ASCII characters")
        @Schema(description = "What events are signed with; made here, and shown once, when left out.")
        String secret,

        @Schema(description = "Whether events are sent; true when left out.")
        Boolean enabled) {

    /** As it was written, and as it is kept. */
    static final int LONGEST_URL = 2048;

    private static final Set<JobState> ENDS =
            Arrays.stream(JobState.values()).filter(JobState::isFinal).collect(Collectors.toUnmodifiableSet());

    /** The request that makes a webhook like {@code webhook}, but for its secret. */
    static WebhookRequest of(Webhook webhook) {
        WebhookFilter filter = webhook.filter();
        return new WebhookRequest(
                webhook.url(),
                filter.kinds().stream().sorted().map(JobKind::name).toList(),
                filter.states().stream().sorted().map(EventTypes::of).toList(),
                filter.model(),
                null,
                webhook.enabled());
    }

    /** Whether events are to be sent. */
    boolean wantsEvents() {
        return enabled == null || enabled;
    }

    /** Of which kinds of jobs events are wanted; throws {@link RefusedException} that names all that do not exist. */
    Set<JobKind> wantedKinds() {
        return kinds == null
                ? EnumSet.allOf(JobKind.class)
                : known("kinds", kinds, WebhookRequest::kind, names(JobKind.values()));
    }

    /** At which states events are wanted; throws {@link RefusedException} that names all types of events that do not exist. */
    Set<JobState> wantedStates() {
        return events == null ? ENDS : known("events", events, EventTypes::state, EventTypes.all());
    }

    /** Which events are wanted. */
    WebhookFilter filter() {
        return new WebhookFilter(wantedKinds(), wantedStates(), model);
    }

    private static <T> Set<T> known(
            String field, List<String> texts, Function<String, Optional<T>> parser, List<String> choices) {
        Faults faults = new Faults();
        Set<T> known = new HashSet<>();
        for (int i = 0; i < texts.size(); i++) {
            Optional<T> value = texts.get(i) == null ? Optional.empty() : parser.apply(texts.get(i));
            String path = field + "[" + i + "]";
            value.ifPresentOrElse(
                    known::add,
                    () -> faults.add(
                            RefusedException.unprocessable("validation-failed", path, "must be one of " + choices)));
        }
        faults.require();
        return known;
    }

    private static Optional<JobKind> kind(String text) {
        return Arrays.stream(JobKind.values())
                .filter(kind -> kind.name().equals(text))
                .findFirst();
    }

    private static List<String> names(JobKind... kinds) {
        return Arrays.stream(kinds).map(JobKind::name).toList();
    }
}
