package dev.gangway.artifacts.checkpoint;

import java.util.Map;
import java.util.NoSuchElementException;

/**
 * A checkpoint that was read, each part checked against its hash.
 *
 * @param manifest what it consists of
 * @param parts the content of its safetensors files by part, such as {@code generator}
 */
public record Checkpoint(CheckpointManifest manifest, Map<String, byte[]> parts) {

    public Checkpoint {
        parts = Map.copyOf(parts);
    }

    /** The safetensors content of a part; throws {@link NoSuchElementException} if it was not read. */
    public byte[] part(String name) {
        byte[] content = parts.get(name);
        if (content == null) {
            throw new NoSuchElementException(
                    "the checkpoint " + manifest.checkpoint().id() + " was read without a part " + name);
        }
        return content;
    }
}
