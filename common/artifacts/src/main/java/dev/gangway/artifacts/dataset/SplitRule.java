package dev.gangway.artifacts.dataset;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * How images came into their splits.
 *
 * @param by what decided
 * @param shares what was asked for, where a hash decided; null where the archive did
 * @param identities whether some person is in two splits
 * @param why what decided and how many images each split got, in a sentence; null in a dataset of a time when nobody noted it
 */
public record SplitRule(By by, SplitShares shares, Identities identities, String why) {

    /** What decided about an image's split. */
    public enum By {
        /** Whoever wrote the dataset image by image. */
        @JsonProperty("writer")
        WRITER,
        /** Folders called like splits, as {@code train}, {@code val} and {@code test}. */
        @JsonProperty("folders")
        FOLDERS,
        /** The same, and a seeded hash chose a tenth of {@code train} for the validation split. */
        @JsonProperty("folders-and-hashed-tenth")
        FOLDERS_AND_HASHED_TENTH,
        /** The archive's split file. */
        @JsonProperty("split-file")
        SPLIT_FILE,
        /** A seeded hash of the person whom the image shows. */
        @JsonProperty("hash-of-person")
        HASH_OF_PERSON,
        /** A seeded hash of the file's name. */
        @JsonProperty("hash-of-name")
        HASH_OF_NAME
    }

    /** Whether some person is in two splits. An archive whose identities show that it is so is refused. */
    public enum Identities {
        /** No person is in two splits. */
        @JsonProperty("disjoint")
        DISJOINT,
        /** The archive does not say who is on its images. */
        @JsonProperty("unknown")
        UNKNOWN
    }
}
