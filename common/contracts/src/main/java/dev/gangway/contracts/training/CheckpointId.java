package dev.gangway.contracts.training;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names one checkpoint: {@code <job>~<stage>~<step>~<token>}.
 *
 * @param job the training job's UUID
 * @param stage the stage it was taken in, from 0
 * @param step updates done in that stage
 * @param token the fencing token of the claim that wrote it
 */
public record CheckpointId(UUID job, int stage, long step, long token) {

    private static final Pattern FORM = Pattern.compile("([0-9a-f-]{36})~(\\d{1,4})~(\\d{1,12})~(\\d{1,18})");

    /** Reads {@link #toString()}'s form; throws {@link IllegalArgumentException} for anything else. */
    @JsonCreator
    public static CheckpointId of(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw misnamed(text);
        }
        CheckpointId id = new CheckpointId(
                UUID.fromString(form.group(1)),
                Integer.parseInt(form.group(2)),
                Long.parseLong(form.group(3)),
                Long.parseLong(form.group(4)));
        if (!id.toString().equals(text)) {
            throw misnamed(text);
        }
        return id;
    }

    /** One checkpoint has one name: leading zeros are none of it. */
    private static IllegalArgumentException misnamed(String text) {
        return new IllegalArgumentException("a checkpoint is named <job>~<stage>~<step>~<token>, not " + text);
    }

    @JsonValue
    @Override
    public String toString() {
        return job + "~" + stage + "~" + step + "~" + token;
    }
}
