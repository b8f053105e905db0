package dev.gangway.contracts.recipe;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** One stage of a recipe. How long it is, is said in updates or in epochs: passes over the training images. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = VaeRecipe.class, name = "vae"),
    @JsonSubTypes.Type(value = CriticRecipe.class, name = "critic"),
    @JsonSubTypes.Type(value = AdversarialRecipe.class, name = "adversarial"),
    @JsonSubTypes.Type(value = RankedRecipe.class, name = "ranked")
})
public sealed interface StageRecipe permits VaeRecipe, CriticRecipe, AdversarialRecipe, RankedRecipe {

    /** What the stage trains. */
    @JsonIgnore
    StageKind kind();

    /** Images in one update of the stage; null for the recipe's. */
    default Integer batch() {
        return null;
    }

    /** How many updates it has at most, whatever it learns from. */
    @JsonIgnore
    long mostUpdates();

    /** Whether the stage's discriminator learns under a gradient penalty. */
    @JsonIgnore
    default boolean isPenalised() {
        return false;
    }

    /** Whether the stage needs the encoder for its latents. */
    @JsonIgnore
    default boolean isEncoding() {
        return false;
    }
}
