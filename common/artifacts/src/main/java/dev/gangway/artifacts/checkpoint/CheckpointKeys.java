package dev.gangway.artifacts.checkpoint;

import dev.gangway.contracts.training.CheckpointId;
import dev.gangway.contracts.training.CheckpointReference;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where checkpoints lie: {@code checkpoints/<team>/<model>/<job>/stage-<i>/step-<n>/<token>/}. */
final class CheckpointKeys {

    private static final String MANIFEST = "manifest.json";
    private static final Pattern MANIFEST_IN_A_LINE =
            Pattern.compile("stage-(\\d{1,4})/step-(\\d{1,12})/(\\d{1,18})/" + Pattern.quote(MANIFEST));

    private CheckpointKeys() {}

    static String folder(CheckpointLine line) {
        return "checkpoints/" + line.team() + "/" + line.model() + "/" + line.job() + "/";
    }

    static String head(CheckpointLine line) {
        return folder(line) + "head.json";
    }

    static String folder(CheckpointReference checkpoint) {
        CheckpointId id = checkpoint.id();
        return folder(CheckpointLine.of(checkpoint)) + "stage-" + id.stage() + "/step-" + id.step() + "/" + id.token()
                + "/";
    }

    static String manifest(CheckpointReference checkpoint) {
        return folder(checkpoint) + MANIFEST;
    }

    /** The checkpoint whose manifest has {@code key}, if it is a manifest's. */
    static Optional<CheckpointReference> checkpoint(CheckpointLine line, String key) {
        Matcher form = MANIFEST_IN_A_LINE.matcher(key.substring(folder(line).length()));
        if (!form.matches()) {
            return Optional.empty();
        }
        return Optional.of(line.checkpoint(
                Integer.parseInt(form.group(1)), Long.parseLong(form.group(2)), Long.parseLong(form.group(3))));
    }
}
