package dev.gangway.local.paper.plan;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;

/**
 * How many updates a recipe makes of each network.
 *
 * @param vae of encoder and decoder together; they are before the comparison and are listed apart
 * @param critic of critics, in all stages
 * @param generator of generators, in all stages that are adversarial
 */
public record UpdateCount(long vae, long critic, long generator) {

    /** By which fraction critic updates may differ. */
    private static final double TOLERANCE = 0.01;

    private static final UpdateCount NONE = new UpdateCount(0, 0, 0);

    /** What {@code recipe}, with all overrides applied, makes in all its stages. */
    public static UpdateCount of(JsonNode recipe) {
        UpdateCount all = NONE;
        for (JsonNode stage : recipe.path("stages")) {
            all = all.plus(ofStage(stage));
        }
        return all;
    }

    static UpdateCount ofStage(JsonNode stage) {
        String kind = stage.path("kind").asText();
        return switch (kind) {
            case "vae" -> new UpdateCount(phases(stage), 0, 0);
            case "critic" -> new UpdateCount(0, phases(stage), 0);
            case "ranked", "adversarial" -> {
                long updates = updates(stage);
                yield new UpdateCount(0, updates * stage.path("criticSteps").asLong(), updates);
            }
            default -> throw new IllegalArgumentException("a stage of kind " + kind + " cannot be counted");
        };
    }

    /**
     * Whether the other trains the generator exactly and the critic about as often: a first critic's epoch before many rounds need not be
     * a whole number of updates in each. Autoencoders do not count.
     */
    public boolean matches(UpdateCount other) {
        return generator == other.generator && isAbout(critic, other.critic);
    }

    /**
     * Critic updates before each generator update of a method in one stage that {@link #matches} this.
     *
     * @throws IllegalArgumentException when no whole number does
     */
    int criticSteps() {
        long steps = generator == 0 ? 0 : Math.round((double) critic / generator);
        if (!isAbout(steps * generator, critic) || steps == 0) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "no number of critic steps gives a method in one stage %d critic and %d generator updates",
                    critic,
                    generator));
        }
        return Math.toIntExact(steps);
    }

    private static boolean isAbout(long updates, long others) {
        return Math.abs(updates - others) <= TOLERANCE * others;
    }

    private UpdateCount plus(UpdateCount other) {
        return new UpdateCount(vae + other.vae, critic + other.critic, generator + other.generator);
    }

    private static long phases(JsonNode stage) {
        long updates = 0;
        for (JsonNode phase : stage.path("phases")) {
            updates += updates(phase);
        }
        return updates;
    }

    private static long updates(JsonNode node) {
        if (!node.hasNonNull("updates")) {
            throw new IllegalArgumentException("a length in epochs cannot be counted without a dataset");
        }
        return node.path("updates").asLong();
    }
}
