package dev.gangway.local.client;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Something that happened to a job.
 *
 * @param type such as {@code progressed}, {@code stage-finished} or {@code state-changed}
 * @param body what the gateway says about it
 */
public record JobNews(String type, JsonNode body) {}
