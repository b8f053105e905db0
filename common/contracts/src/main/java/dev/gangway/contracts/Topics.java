package dev.gangway.contracts;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The Kafka topics that carry Gangway's messages, and how each is to be created. */
public final class Topics {

    /** Training jobs that admission let pass, gateway to trainers; keyed by job. */
    public static final String TRAINING_JOBS = "gangway.training-jobs";

    /** Parts of completion jobs, gateway to completion workers; keyed by job. */
    public static final String COMPLETION_TASKS = "gangway.completion-tasks";

    /** What became of jobs, workers to gateway; keyed by job. */
    public static final String JOB_EVENTS = "gangway.job-events";

    /** Wishes about running jobs, gateway to every worker; keyed by job. */
    public static final String JOB_COMMANDS = "gangway.job-commands";

    /** Training curves and figures of completed images, workers to anybody; keyed by job. */
    public static final String METRICS = "gangway.metrics";

    /** Capacity and liveness of workers; keyed by worker. */
    public static final String WORKERS = "gangway.workers";

    /** Messages that nobody could read, with the reason in their headers. */
    public static final String DEAD_LETTERS = "gangway.dead-letters";

    private static final Duration WEEK = Duration.ofDays(7);
    private static final Duration MONTH = Duration.ofDays(30);

    /** What a broker takes by itself: a mebibyte and the frame around it. */
    private static final int USUAL_BYTES = 1_048_588;

    private static final int HEADER_BYTES = 4_096;

    private Topics() {}

    /**
     * How a topic is to be created.
     *
     * @param name the topic's name
     * @param partitions how many consumers of one group can share it
     * @param compacted whether only the last record of each key is kept
     * @param retention how long records are kept; null when they are kept until a later one of their key comes
     * @param recordBytes how large a record may be; dead letters are larger than what they were
     */
    public record Topic(String name, int partitions, boolean compacted, Duration retention, int recordBytes) {

        /** A topic whose records are of the usual size and, unless it is compacted, kept for a week. */
        public Topic(String name, int partitions, boolean compacted) {
            this(name, partitions, compacted, compacted ? null : WEEK, USUAL_BYTES);
        }

        /** What the topic is created with, by the broker's names. */
        public Map<String, String> settings() {
            Map<String, String> settings = new HashMap<>();
            settings.put("max.message.bytes", Integer.toString(recordBytes));
            settings.put("cleanup.policy", compacted ? retention == null ? "compact" : "compact,delete" : "delete");
            if (retention != null) {
                settings.put("retention.ms", Long.toString(retention.toMillis()));
            }
            return settings;
        }
    }

    /**
     * How many bytes the body of a message to {@code topic} may have: what its records may have but for a page of key and headers.
     *
     * @throws IllegalArgumentException when there is no such topic
     */
    public static int bodyBytes(String topic) {
        return all().stream()
                        .filter(known -> known.name().equals(topic))
                        .mapToInt(Topic::recordBytes)
                        .findAny()
                        .orElseThrow(() -> new IllegalArgumentException("there is no topic " + topic))
                - HEADER_BYTES;
    }

    /** Every topic that Gangway uses. */
    public static List<Topic> all() {
        return List.of(
                new Topic(TRAINING_JOBS, 4, false),
                new Topic(COMPLETION_TASKS, 8, false),
                new Topic(JOB_EVENTS, 4, false),
                // Every worker reads all of it at each start, and knows of older wishes by its ledger.
                new Topic(JOB_COMMANDS, 1, true, MONTH, USUAL_BYTES),
                new Topic(METRICS, 4, false),
                new Topic(WORKERS, 1, true),
                new Topic(DEAD_LETTERS, 1, false, MONTH, 2 * USUAL_BYTES));
    }
}
