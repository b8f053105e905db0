package dev.gangway.torture.job;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gangway.contracts.job.JobKind;

/**
 * A request for a job.
 *
 * @param kind what is asked for
 * @param body the request's body
 */
public record Submission(JobKind kind, ObjectNode body) {

    /** The model that every training trains. */
    public static final String MODEL = "tortured";

    /** Where jobs of this kind are submitted. */
    public String collection() {
        return kind == JobKind.TRAINING ? "/v1/training-jobs" : "/v1/completion-jobs";
    }

    /** A training of {@code dataset} that writes many checkpoints. */
    public static Submission training(String dataset, int updates) {
        ObjectNode body = JsonNodeFactory.instance
                .objectNode()
                .put("recipe", "rankgan-tiny")
                .put("model", MODEL)
                .put("dataset", dataset);
        ObjectNode overrides = body.putObject("overrides");
        overrides
                .putObject("stages")
                .putObject("1")
                .putObject("phases")
                .putObject("0")
                .put("updates", updates);
        overrides.putObject("checkpoints").put("updates", 20);
        return new Submission(JobKind.TRAINING, body);
    }

    /** A completion of the first test images of {@code dataset} by the last stage of a training. */
    public static Submission completion(String dataset, int images, String training) {
        ObjectNode body =
                JsonNodeFactory.instance.objectNode().put("dataset", dataset).put("images", images);
        body.putObject("checkpoint").put("trainingJob", training).put("stage", 3);
        body.putObject("mask").put("kind", "centre-square").put("percent", 25);
        body.put("seed", 7);
        return new Submission(JobKind.COMPLETION, body);
    }
}
