package dev.gangway.contracts.job;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Names the team that a job, a dataset or a model belongs to. */
public record TeamId(@JsonValue String value) {

    /** The team of everything as long as nobody signs in. */
    public static final TeamId DEFAULT = new TeamId("default");

    @JsonCreator
    public TeamId {
        Names.require("team", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
