package dev.gangway.torture.audit;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gangway.artifacts.store.ObjectStatus;
import dev.gangway.artifacts.store.ObjectStore;
import dev.gangway.torture.job.Gateway;
import dev.gangway.torture.system.Pause;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What lies in the store once everything has ended and was collected. */
public final class Bucket {

    private static final Duration LOOK = Duration.ofMillis(500);
    private static final Pattern PART = Pattern.compile("(checkpoints/.*/stage-\\d+/step-\\d+/\\d+/)(.*)");
    private static final String MANIFEST = "manifest.json";

    private final Gateway gateway;
    private final ObjectStore store;

    public Bucket(Gateway gateway, ObjectStore store) {
        this.gateway = gateway;
        this.store = store;
    }

    /** Collects what nobody needs, and then tells what there still is that nothing names. */
    public List<String> leftovers() {
        collect(false);
        JsonNode left = collect(true);
        List<String> found = new ArrayList<>();
        left.path("orphans").properties().forEach(kind -> found.add("orphans after a collection: " + kind));
        if (left.path("checkpoints").asLong() > 0) {
            found.add("checkpoints that are not kept after a collection: " + left.path("checkpoints"));
        }
        found.addAll(halfCheckpoints());
        return found;
    }

    private JsonNode collect(boolean dryRun) {
        Optional<JsonNode> collected = gateway.wish("/v1/maintenance/collect?dryRun=" + dryRun);
        while (collected.isEmpty()) {
            Pause.of(LOOK);
            collected = gateway.wish("/v1/maintenance/collect?dryRun=" + dryRun);
        }
        return collected.get();
    }

    /** Looks itself, without asking the one that collects. */
    private List<String> halfCheckpoints() {
        List<Matcher> parts = store.list("checkpoints/").stream()
                .map(ObjectStatus::key)
                .map(PART::matcher)
                .filter(Matcher::matches)
                .toList();
        Set<String> whole = parts.stream()
                .filter(part -> part.group(2).equals(MANIFEST))
                .map(part -> part.group(1))
                .collect(Collectors.toSet());
        return parts.stream()
                .filter(part -> !whole.contains(part.group(1)))
                .map(part -> "a part without a manifest: " + part.group())
                .toList();
    }
}
