package dev.gangway.gateway.job;

import java.time.Instant;
import java.util.UUID;

/**
 * An event that webhooks are told of.
 *
 * @param event its id, the same for every webhook and at every attempt
 * @param type its type, such as {@code dev.gangway.job.succeeded.v1}
 * @param subject what it is about
 * @param body what is sent: a CloudEvent in structured mode, as JSON
 * @param at when it happened
 */
public record Notice(UUID event, String type, String subject, String body, Instant at) {}
