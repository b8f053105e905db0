package dev.gangway.artifacts.record;

import java.io.InputStream;

/**
 * A file of a run record on its way out.
 *
 * @param file what it is
 * @param content its bytes; whoever takes them closes the stream
 */
public record OpenedFile(RecordFile file, InputStream content) {}
