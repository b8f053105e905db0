package dev.gangway.artifacts.checkpoint;

import dev.gangway.artifacts.store.ObjectPath;
import dev.gangway.contracts.job.JobId;
import dev.gangway.contracts.training.CheckpointId;
import dev.gangway.contracts.training.CheckpointReference;
import java.util.Optional;
import java.util.OptionalLong;

/** Where checkpoints lie: {@code checkpoints/<team>/<model>/<job>/stage-<i>/step-<n>/<token>/}. */
public final class CheckpointKeys {

    /** Where those of all teams lie. */
    public static final ObjectPath ROOT = ObjectPath.of("checkpoints");

    /** What a checkpoint's manifest is called. */
    public static final String MANIFEST = "manifest.json";

    private static final String STAGE = "stage-";
    private static final String STEP = "step-";
    private static final int STAGE_DIGITS = 4;
    private static final int STEP_DIGITS = 12;
    private static final int TOKEN_DIGITS = 18;

    /** Stage, step, token and the object's name. */
    private static final int DEPTH_OF_PART = 4;

    private CheckpointKeys() {}

    /** Where one job's checkpoints and its run record lie. */
    public static ObjectPath folder(CheckpointLine line) {
        return ROOT.resolve(line.team().value(), line.model(), line.job().toString());
    }

    static String head(CheckpointLine line) {
        return folder(line).resolve("head.json").key();
    }

    static ObjectPath folder(CheckpointReference checkpoint) {
        CheckpointId id = checkpoint.id();
        return folder(CheckpointLine.of(checkpoint))
                .resolve(STAGE + id.stage(), STEP + id.step(), Long.toString(id.token()));
    }

    static String manifest(CheckpointReference checkpoint) {
        return folder(checkpoint).resolve(MANIFEST).key();
    }

    /** The checkpoint whose manifest has {@code key}, if it is a manifest's. */
    static Optional<CheckpointReference> checkpoint(CheckpointLine line, String key) {
        return ObjectPath.tryParse(key)
                .filter(path -> path.name().equals(MANIFEST) && path.isWithin(folder(line)))
                .flatMap(path -> partOf(line.job(), path.within(folder(line))))
                .map(id -> line.checkpoint(id.stage(), id.step(), id.token()));
    }

    /** The checkpoint of {@code job} that an object is part of, by its path within the job's folder. */
    public static Optional<CheckpointId> partOf(JobId job, ObjectPath path) {
        OptionalLong stage = path.number(0, STAGE, STAGE_DIGITS);
        OptionalLong step = path.number(1, STEP, STEP_DIGITS);
        OptionalLong token = path.number(2, "", TOKEN_DIGITS);
        return path.depth() == DEPTH_OF_PART && stage.isPresent() && step.isPresent() && token.isPresent()
                ? Optional.of(
                        new CheckpointId(job.value(), (int) stage.getAsLong(), step.getAsLong(), token.getAsLong()))
                : Optional.empty();
    }
}
