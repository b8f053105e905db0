package dev.gangway.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gangway.contracts.job.JobId;
import dev.gangway.local.client.GangwayClient;
import dev.gangway.local.client.JobNews;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * A completion job that succeeded.
 *
 * @param page what its page says
 * @param results its results
 * @param finishedTasks the number of each task that was told to be finished, as often as it was told
 * @param pictures the completed images as PNG, by index
 */
record CompletedJob(JsonNode page, JsonNode results, List<Integer> finishedTasks, List<byte[]> pictures) {

    /** What is another job's by nature: its id, and the keys that it is part of. */
    private static final Set<String> ITS_OWN = Set.of("job", "report");

    /** Has the first test images of {@code dataset} completed by stage 3 of a training; {@code watcher} is told the news. */
    static CompletedJob run(
            GangwayClient gateway, String training, String dataset, int images, Consumer<JobNews> watcher) {
        ObjectNode request =
                JsonNodeFactory.instance.objectNode().put("dataset", dataset).put("images", images);
        request.putObject("checkpoint")
                .put("trainingJob", training.substring(training.lastIndexOf('/') + 1))
                .put("stage", 3);
        request.putObject("mask").put("kind", "centre-square").put("percent", 25);
        request.put("seed", 7);
        String job = "/v1/completion-jobs/"
                + gateway.post("/v1/completion-jobs", request).path("id").asText();
        List<Integer> finished = new ArrayList<>();
        gateway.follow(job, news -> {
            if (news.type().equals("task-finished")) {
                finished.add(news.body().path("task").asInt());
            }
            watcher.accept(news);
        });
        JsonNode page = gateway.get(job);
        assertThat(page.path("state").asText()).as(page.toPrettyString()).isEqualTo("SUCCEEDED");
        List<byte[]> pictures = new ArrayList<>();
        for (int image = 0; image < images; image++) {
            pictures.add(gateway.bytes(job + "/images/" + image));
        }
        return new CompletedJob(page, gateway.get(job + "/results"), finished, pictures);
    }

    JobId id() {
        return new JobId(UUID.fromString(page.path("id").asText()));
    }

    /** The indices of the images that the results tell of, in their order. */
    List<Integer> judgedImages() {
        List<Integer> indices = new ArrayList<>();
        results.path("images").forEach(image -> indices.add(image.path("image").asInt()));
        return indices;
    }

    /** All that was found out, without what tells one job from another. */
    JsonNode findings() {
        ObjectNode findings = results.deepCopy();
        return findings.without(ITS_OWN);
    }
}
