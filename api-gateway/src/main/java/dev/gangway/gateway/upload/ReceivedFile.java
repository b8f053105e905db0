package dev.gangway.gateway.upload;

import java.nio.file.Path;

/**
 * A file as it was received.
 *
 * @param path where it is to lie within the upload
 * @param content where it lies until then
 */
public record ReceivedFile(String path, Path content) {}
