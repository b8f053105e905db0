package dev.gangway.artifacts.dataset;

import dev.gangway.artifacts.store.StoredPart;

/**
 * One object with consecutive images of a split.
 *
 * @param images how many
 * @param part the object: raw uint8 samples in (image, height, width, channel) order
 */
public record Shard(int images, StoredPart part) {}
