package dev.gangway.contracts.job;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Names one training or completion job. */
public record JobId(@JsonValue UUID value) {

    /** Reads the canonical form of a UUID; throws {@link IllegalArgumentException} for anything else. */
    @JsonCreator
    public static JobId of(String text) {
        return new JobId(UUID.fromString(text));
    }

    /** A fresh, random id. */
    public static JobId random() {
        return new JobId(UUID.randomUUID());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
