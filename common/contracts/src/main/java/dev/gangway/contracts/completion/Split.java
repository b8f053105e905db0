package dev.gangway.contracts.completion;

import com.fasterxml.jackson.annotation.JsonProperty;

/** A part of a dataset. */
public enum Split {
    /** What networks learn from. */
    @JsonProperty("train")
    TRAIN,
    /** What margins are measured and settings chosen on. */
    @JsonProperty("validation")
    VALIDATION,
    /** What results are reported on. */
    @JsonProperty("test")
    TEST
}
