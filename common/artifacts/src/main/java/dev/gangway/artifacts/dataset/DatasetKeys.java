package dev.gangway.artifacts.dataset;

import dev.gangway.contracts.job.Names;
import dev.gangway.contracts.job.TeamId;
import dev.gangway.contracts.training.DatasetReference;

/** Where datasets lie: {@code datasets/<team>/<name>/<version>/}. */
final class DatasetKeys {

    private static final String MANIFEST = "manifest.json";

    private DatasetKeys() {}

    static String folder(TeamId team) {
        return "datasets/" + team + "/";
    }

    static String folder(TeamId team, String name) {
        return folder(team) + Names.require("a dataset's name", name) + "/";
    }

    static String folder(DatasetReference dataset) {
        return folder(dataset.team(), dataset.name()) + dataset.version() + "/";
    }

    static String manifest(DatasetReference dataset) {
        return folder(dataset) + MANIFEST;
    }
}
