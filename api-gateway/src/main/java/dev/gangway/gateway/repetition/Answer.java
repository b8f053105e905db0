package dev.gangway.gateway.repetition;

/**
 * What a request was answered.
 *
 * @param status the HTTP status
 * @param location where what it made is; null when it made nothing
 * @param body JSON in UTF-8; null when there is none
 */
public record Answer(int status, String location, byte[] body) {}
