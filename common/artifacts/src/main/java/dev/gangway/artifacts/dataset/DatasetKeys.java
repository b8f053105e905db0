package dev.gangway.artifacts.dataset;

import dev.gangway.artifacts.store.ObjectPath;
import dev.gangway.contracts.job.Names;
import dev.gangway.contracts.job.TeamId;
import dev.gangway.contracts.training.DatasetReference;

/** Where datasets lie: {@code datasets/<team>/<name>/<version>/}. */
final class DatasetKeys {

    private static final String MANIFEST = "manifest.json";

    private DatasetKeys() {}

    static ObjectPath folder(TeamId team) {
        return ObjectPath.of("datasets", team.value());
    }

    static ObjectPath folder(TeamId team, String name) {
        return folder(team).resolve(Names.require("a dataset's name", name));
    }

    static ObjectPath folder(DatasetReference dataset) {
        return folder(dataset.team(), dataset.name()).resolve(Integer.toString(dataset.version()));
    }

    static String manifest(DatasetReference dataset) {
        return folder(dataset).resolve(MANIFEST).key();
    }
}
