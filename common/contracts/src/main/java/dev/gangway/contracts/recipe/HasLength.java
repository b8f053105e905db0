package dev.gangway.contracts.recipe;

import com.fasterxml.jackson.annotation.JsonIgnore;
import jakarta.validation.constraints.AssertTrue;

/** What lasts for some updates, or for some epochs: passes over the training images. */
public interface HasLength {

    /** How many updates; null where epochs are given. */
    Integer updates();

    /** How many epochs; null where updates are given. */
    Integer epochs();

    /** Whether the length is said once. */
    @JsonIgnore
    @AssertTrue(message = "give either updates or epochs")
    default boolean isLengthGiven() {
        return (updates() == null) != (epochs() == null);
    }
}
