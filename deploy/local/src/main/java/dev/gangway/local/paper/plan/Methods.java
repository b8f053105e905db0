package dev.gangway.local.paper.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gangway.contracts.recipe.LatentOrigin;

/**
 * The methods of the papers at one scale. The staged ones are as long as the scale says; each of the others trains critic and
 * generator as often as all adversarial and ranked stages of the staged method that it is compared with, taken together.
 */
final class Methods {

    private static final ObjectNode UNCHANGED = JsonNodeFactory.instance.objectNode();
    /** So rarely that only the ends of stages are kept: a comparison needs no others. */
    private static final int CHECKPOINT_INTERVAL = 20_000;

    private final Scale scale;
    private final int imageSize;
    private final RecipeBook recipes;

    Methods(Scale scale, int imageSize, RecipeBook recipes) {
        this.scale = scale;
        this.imageSize = imageSize;
        this.recipes = recipes;
    }

    /** Two stages, the second with the ranking loss. */
    Method gogan() {
        return method(
                "GoGAN",
                "gogan",
                "",
                scale.gogan().networks(),
                StageOverrides.adversarial(
                        scale.gogan().updates(), null, scale.margins().usual()));
    }

    /** Autoencoder, critic and ranked stages. */
    Method rankgan() {
        return rankgan("RankGAN", LatentOrigin.ENCODER);
    }

    /** The same, with latents drawn from the prior in the stages of the critic. */
    Method rankganWithoutEncoder() {
        return rankgan("RankGAN without encoder", LatentOrigin.PRIOR);
    }

    /** The margin loss alone with as many updates as {@code staged}. */
    Method mgan(double epsilon, Method staged) {
        return inOneStage("MGAN (ε " + Numbers.plain(epsilon) + ")", "mgan", epsilon, staged);
    }

    /** The Wasserstein loss with as many updates as {@code staged}. */
    Method wgan(Method staged) {
        return inOneStage("WGAN", "wgan", null, staged);
    }

    /** The least-squares loss with as many updates as {@code staged}. */
    Method lsgan(Method staged) {
        return inOneStage("LSGAN", "lsgan", null, staged);
    }

    private Method rankgan(String name, LatentOrigin latents) {
        Scale.Rankgan rankgan = scale.rankgan();
        return method(name, rankgan.recipe(), "", rankgan.networks(), StageOverrides.ranked(rankgan, latents));
    }

    private Method inOneStage(String name, String recipe, Double epsilon, Method staged) {
        UpdateCount total = staged.updates();
        return method(
                name,
                recipe,
                staged.name(),
                staged.networks(),
                StageOverrides.adversarial(Math.toIntExact(total.generator()), total.criticSteps(), epsilon));
    }

    private Method method(String name, String recipe, String matches, Scale.Networks networks, StageOverrides stages) {
        ObjectNode overrides = common(networks);
        overrides.set("stages", stages.of(recipes.resolved(recipe, UNCHANGED)));
        if (matches.isEmpty() && recipe.startsWith("rankgan")) {
            ((ObjectNode) overrides.get("measurements"))
                    .put("stageImages", scale.images().stage());
        }
        JsonNode resolved = recipes.resolved(recipe, overrides);
        return new Method(
                Method.id(recipe, overrides, resolved),
                name,
                recipe,
                overrides,
                resolved,
                matches,
                new Estimate(scale.pace()));
    }

    /**
     * What is the same for all methods that are compared, so that none is better for its size. Nothing is completed or drawn while they train:
     * no table shows it.
     */
    private ObjectNode common(Scale.Networks networks) {
        ObjectNode overrides = JsonNodeFactory.instance.objectNode().put("batch", networks.batch());
        overrides
                .putObject("network")
                .put("imageSize", imageSize)
                .put("width", networks.width())
                .put("latent", networks.latent());
        overrides
                .putObject("measurements")
                .put("updates", scale.interval())
                .put("heldOut", scale.images().heldOut())
                .put("completionImages", 0)
                .put("pictures", false);
        overrides.putObject("checkpoints").put("updates", CHECKPOINT_INTERVAL);
        return overrides;
    }
}
