package dev.gangway.contracts.recipe;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The paper's method that a recipe follows. */
public enum Method {
    /** RankGAN, Algorithm 1. */
    @JsonProperty("rankgan")
    RANKGAN
}
