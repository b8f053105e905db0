package dev.gangway.torture.audit;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gangway.artifacts.store.ContentHash;
import java.util.List;
import java.util.Map;

/**
 * What comes out when nothing goes wrong.
 *
 * @param weights the hash of each part of the final checkpoint
 * @param images the hash of each completed image, in their order
 * @param findings what the completion's results say, without what is each job's own
 */
public record Reference(Map<String, ContentHash> weights, List<ContentHash> images, JsonNode findings) {

    public Reference {
        weights = Map.copyOf(weights);
        images = List.copyOf(images);
    }
}
