package dev.gangway.contracts.message;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.gangway.contracts.Topics;
import dev.gangway.contracts.completion.CompletionTask;
import dev.gangway.contracts.event.JobCommand;
import dev.gangway.contracts.event.JobEvent;
import dev.gangway.contracts.metric.Metric;
import dev.gangway.contracts.training.TrainingJob;
import dev.gangway.contracts.worker.WorkerHeartbeat;
import jakarta.validation.ValidationException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Messages as JSON, and the CloudEvents type of each.
 *
 * <p>A reader ignores fields that it does not know, so that a newer writer can add some; a change that is not an
 * addition gets a new type.
 */
public final class MessageCodec {

    /** The CloudEvents header that names a record's type in binary mode. */
    public static final String TYPE_HEADER = "ce_type";

    private static final Map<String, Class<?>> CLASSES = Map.ofEntries(
            Map.entry("dev.gangway.training-job.v1", TrainingJob.class),
            Map.entry("dev.gangway.complete-images.v1", CompletionTask.CompleteImages.class),
            Map.entry("dev.gangway.merge-figures.v1", CompletionTask.MergeFigures.class),
            Map.entry("dev.gangway.complete-pictures.v1", CompletionTask.CompletePictures.class),
            Map.entry("dev.gangway.merge-pictures.v1", CompletionTask.MergePictures.class),
            Map.entry("dev.gangway.job-started.v1", JobEvent.Started.class),
            Map.entry("dev.gangway.job-progressed.v1", JobEvent.Progressed.class),
            Map.entry("dev.gangway.checkpoint-written.v1", JobEvent.CheckpointWritten.class),
            Map.entry("dev.gangway.stage-finished.v1", JobEvent.StageFinished.class),
            Map.entry("dev.gangway.task-finished.v1", JobEvent.TaskFinished.class),
            Map.entry("dev.gangway.job-succeeded.v1", JobEvent.Succeeded.class),
            Map.entry("dev.gangway.job-failed.v1", JobEvent.Failed.class),
            Map.entry("dev.gangway.job-released.v1", JobEvent.Released.class),
            Map.entry("dev.gangway.job-cancelled.v1", JobEvent.Cancelled.class),
            Map.entry("dev.gangway.job-command.v1", JobCommand.class),
            Map.entry("dev.gangway.training-curve.v1", Metric.TrainingCurve.class),
            Map.entry("dev.gangway.image-figures.v1", Metric.ImageFigures.class),
            Map.entry("dev.gangway.set-figures.v1", Metric.SetFigures.class),
            Map.entry("dev.gangway.worker-heartbeat.v1", WorkerHeartbeat.class));

    private static final Map<String, Class<?>> KINDS = Map.of(
            Topics.TRAINING_JOBS, TrainingJob.class,
            Topics.COMPLETION_TASKS, CompletionTask.class,
            Topics.JOB_EVENTS, JobEvent.class,
            Topics.JOB_COMMANDS, JobCommand.class,
            Topics.METRICS, Metric.class,
            Topics.WORKERS, WorkerHeartbeat.class);

    private static final Map<Class<?>, String> TYPES =
            CLASSES.entrySet().stream().collect(Collectors.toMap(Map.Entry::getValue, Map.Entry::getKey));

    private static final Set<String> NAMES =
            CLASSES.keySet().stream().map(MessageCodec::name).collect(Collectors.toSet());

    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    private MessageCodec() {}

    /** A type without its version. */
    private static String name(String type) {
        return type.replaceFirst("\\.v[0-9]+$", "");
    }

    /** Every type that can be written and read. */
    public static Set<String> types() {
        return CLASSES.keySet();
    }

    /** The types of the messages on a topic of {@link Topics}, in order; those of any other topic, such as the dead letters, may be all. */
    public static List<String> typesOn(String topic) {
        Class<?> kind = KINDS.getOrDefault(topic, Object.class);
        return CLASSES.entrySet().stream()
                .filter(entry -> kind.isAssignableFrom(entry.getValue()))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    /** The class of messages of {@code type}, or null for a type that nobody knows. */
    static Class<?> classOf(String type) {
        return CLASSES.get(type);
    }

    /** The CloudEvents type of {@code message}; throws {@link IllegalArgumentException} if it is no message. */
    public static String typeOf(Object message) {
        String type = TYPES.get(message.getClass());
        if (type == null) {
            throw new IllegalArgumentException(message.getClass().getName() + " is not a message");
        }
        return type;
    }

    /** Writes {@code message} as JSON in UTF-8; throws {@link IllegalArgumentException} for what nobody would read. */
    public static byte[] write(Object message) {
        String type = typeOf(message);
        Constraints.violations(message).ifPresent(violations -> {
            throw new IllegalArgumentException("no message of type " + type + ": " + violations);
        });
        try {
            return JSON.writeValueAsBytes(message);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("a message of type " + type + " cannot be written", e);
        }
    }

    /**
     * Reads the message of type {@code type} in {@code body}, which must be a {@code expected}.
     *
     * @throws UnreadableMessageException when the type or its version is missing, unknown or not expected, or the body does not fit it or has
     *     values that are out of range
     */
    public static <T> T read(String type, byte[] body, Class<T> expected) throws UnreadableMessageException {
        if (type == null) {
            throw new UnreadableMessageException("type-missing", "the header " + TYPE_HEADER + " is missing", null);
        }
        Class<?> known = CLASSES.get(type);
        if (known == null && NAMES.contains(name(type))) {
            throw new UnreadableMessageException(
                    "type-version-unknown",
                    "messages of type " + type + " are of a version that is not read here: update this service",
                    null);
        }
        if (known == null || !expected.isAssignableFrom(known)) {
            throw new UnreadableMessageException("type-unknown", "no message of type " + type + " is read here", null);
        }
        try {
            Object message = JSON.readValue(body == null ? new byte[0] : body, known);
            if (message == null) {
                throw new UnreadableMessageException("body-malformed", "a message of type " + type + " is null", null);
            }
            Optional<String> violations = Constraints.violations(message);
            if (violations.isPresent()) {
                throw new UnreadableMessageException(
                        "body-invalid", "no message of type " + type + ": " + violations.get(), null);
            }
            return expected.cast(message);
        } catch (IOException | ValidationException e) {
            throw new UnreadableMessageException(
                    "body-malformed", "no message of type " + type + ": " + e.getMessage(), e);
        }
    }
}
