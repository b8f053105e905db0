package dev.gangway.artifacts.orphan;

import java.util.Locale;

/** What an orphan was meant to be. */
public enum OrphanKind {
    /** A part of a checkpoint that was begun and never got its manifest. */
    CHECKPOINT_PART,
    /** An object of a checkpoint that is not kept any more. */
    DELETED_CHECKPOINT,
    /** A file of a run record that a newer claim's of the same path hides. */
    HIDDEN_RECORD_FILE,
    /** What one claim on a completion task left, after a newer claim did the same task. */
    SUPERSEDED_TASK_OBJECT,
    /** A list of pictures of a job that there is not. */
    PICTURE_LIST,
    /** A file of an upload that no job used for long. */
    UNUSED_UPLOAD,
    /** A file of an upload that was deleted. */
    DELETED_UPLOAD,
    /** An object in the folder of a dataset's version that its manifest does not name, or that never got one. */
    DATASET_PART,
    /** An object of a dataset's version that was deleted. */
    DELETED_DATASET;

    /** The name in lower case with hyphens. */
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
