package dev.gangway.torture.audit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gangway.artifacts.checkpoint.CheckpointLine;
import dev.gangway.artifacts.checkpoint.CheckpointManifest;
import dev.gangway.artifacts.checkpoint.CheckpointStore;
import dev.gangway.artifacts.store.ContentHash;
import dev.gangway.artifacts.store.StoredPart;
import dev.gangway.contracts.job.JobId;
import dev.gangway.contracts.job.TeamId;
import dev.gangway.torture.job.Gateway;
import dev.gangway.torture.job.Submission;
import dev.gangway.torture.job.SubmittedJob;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Looks at what jobs left. */
public final class Outcomes {

    private static final TeamId TEAM = new TeamId("default");
    private static final Set<String> EACH_JOBS_OWN = Set.of("job", "report");

    private final Gateway gateway;
    private final CheckpointStore checkpoints;

    public Outcomes(Gateway gateway, CheckpointStore checkpoints) {
        this.gateway = gateway;
        this.checkpoints = checkpoints;
    }

    /** The hash of each part of a training's final checkpoint, each read back and checked. */
    public Map<String, ContentHash> weights(SubmittedJob training) {
        CheckpointLine line = new CheckpointLine(TEAM, Submission.MODEL, new JobId(UUID.fromString(training.id())));
        CheckpointManifest manifest = checkpoints
                .latestIntact(line)
                .orElseThrow(() -> new IllegalStateException("training " + training.id() + " left no checkpoint"))
                .checkpoint()
                .manifest();
        return manifest.parts().stream().collect(Collectors.toMap(StoredPart::name, StoredPart::sha256));
    }

    /** The hash of each image of a completion. */
    public List<ContentHash> images(SubmittedJob completion) {
        int count = completion.submission().body().path("images").asInt();
        List<ContentHash> images = new ArrayList<>();
        for (int image = 0; image < count; image++) {
            images.add(ContentHash.of(gateway.bytes(completion.path() + "/images/" + image)));
        }
        return images;
    }

    /** What a completion's results say, without what is each job's own. */
    public JsonNode findings(SubmittedJob completion) {
        ObjectNode results = (ObjectNode) gateway.get(completion.path() + "/results");
        return results.without(EACH_JOBS_OWN);
    }
}
