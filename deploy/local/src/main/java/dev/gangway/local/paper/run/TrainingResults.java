package dev.gangway.local.paper.run;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What came of a training job.
 *
 * @param job the job as the gateway shows it
 * @param curves the points of its curves, in the order of training
 */
public record TrainingResults(JsonNode job, JsonNode curves) {

    /** How {@code stage} ended; empty when it did not. */
    public Optional<JsonNode> stage(int stage) {
        for (JsonNode ended : job.path("stages")) {
            if (ended.path("stage").asInt() == stage) {
                return Optional.of(ended);
            }
        }
        return Optional.empty();
    }

    /** A figure of a stage's end whose name starts with {@code prefix}; empty when it was not measured. */
    public Optional<Double> figure(int stage, String prefix) {
        return stage(stage).stream()
                .flatMap(ended -> ended.path("figures").properties().stream())
                .filter(figure ->
                        figure.getKey().startsWith(prefix) && figure.getValue().isNumber())
                .map(figure -> figure.getValue().asDouble())
                .findFirst();
    }

    /** The rest of the name of a figure that starts with {@code prefix}, such as the extractor's after {@code samples.fid-}. */
    public Optional<String> suffix(int stage, String prefix) {
        return stage(stage).stream()
                .flatMap(ended -> ended.path("figures").properties().stream())
                .map(figure -> figure.getKey())
                .filter(name -> name.startsWith(prefix))
                .map(name -> name.substring(prefix.length()))
                .findFirst();
    }

    /** How long it ran, repeated attempts and waits between them included; empty when it has not ended. */
    public Optional<Duration> time() {
        return job.hasNonNull("startedAt") && job.hasNonNull("endedAt")
                ? Optional.of(Duration.between(
                        Instant.parse(job.path("startedAt").asText()),
                        Instant.parse(job.path("endedAt").asText())))
                : Optional.empty();
    }
}
