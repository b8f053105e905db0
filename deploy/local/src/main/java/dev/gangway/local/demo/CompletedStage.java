package dev.gangway.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.Function;

/**
 * What a stage made of the held-out images.
 *
 * @param stage the stage
 * @param results the completion job's results
 * @param pictures fetches a file of the completion job's report
 */
record CompletedStage(int stage, JsonNode results, Function<String, byte[]> pictures) {

    byte[] picture(String file) {
        return pictures.apply(file);
    }
}
