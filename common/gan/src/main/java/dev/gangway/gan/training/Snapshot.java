package dev.gangway.gan.training;

import java.util.Map;

/**
 * A training at rest.
 *
 * @param progress where it is
 * @param parts safetensors by name: {@code generator}, {@code discriminator}, {@code encoder} and the rest of {@link
 *     NetworkRole}, as far as the stage has them, and {@value #OPTIMIZER}
 */
public record Snapshot(TrainingProgress progress, Map<String, byte[]> parts) {

    /** The part with the moments of the optimizers, each name led by its network's. */
    public static final String OPTIMIZER = "optimizer";

    public Snapshot {
        parts = Map.copyOf(parts);
    }

    /**
     * The part called {@code name}.
     *
     * @throws IllegalArgumentException when there is none
     */
    public byte[] part(String name) {
        byte[] part = parts.get(name);
        if (part == null) {
            throw new IllegalArgumentException("the snapshot of " + progress + " has no part " + name);
        }
        return part;
    }
}
