package dev.gangway.contracts.job;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Names one training or completion job. */
public record JobId(@JsonValue UUID value) {

    /** Reads the canonical form of a UUID; throws {@link IllegalArgumentException} for anything else. */
    @JsonCreator
    public static JobId of(String text) {
        UUID value = UUID.fromString(text);
        if (!value.toString().equals(text)) {
            throw new IllegalArgumentException("a job is named by a UUID of 36 characters, not " + text);
        }
        return new JobId(value);
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
