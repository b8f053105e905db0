package dev.gangway.artifacts.record;

import java.time.Instant;

/**
 * A file of a run record, as it stands.
 *
 * @param path its name within the record, such as {@code samples/stage-2-step-000040.png}
 * @param size in bytes
 * @param contentType by its ending
 * @param writtenAt when its present content was written
 */
public record RecordFile(String path, long size, String contentType, Instant writtenAt) {}
