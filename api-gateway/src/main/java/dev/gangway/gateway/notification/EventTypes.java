package dev.gangway.gateway.notification;

import dev.gangway.contracts.job.JobState;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What the events are called that webhooks are told. */
public final class EventTypes {

    /** An event that tells nothing, to try a webhook. */
    static final String PING = "dev.gangway.webhook.ping.v1";

    private EventTypes() {}

    /** The type of the event that a job came to {@code state}, such as {@code dev.gangway.job.succeeded.v1}. */
    public static String of(JobState state) {
        return "dev.gangway.job." + state.name().toLowerCase(Locale.ROOT) + ".v1";
    }

    /** The state that an event of this type tells of; empty when there is no such type. */
    static Optional<JobState> state(String type) {
        return Arrays.stream(JobState.values())
                .filter(state -> of(state).equals(type))
                .findFirst();
    }

    /** All types that a webhook can ask for. */
    static List<String> all() {
        return Arrays.stream(JobState.values()).map(EventTypes::of).toList();
    }
}
