package dev.gangway.gateway.dataset;

import dev.gangway.artifacts.dataset.DatasetManifest;
import dev.gangway.artifacts.dataset.DatasetMissingException;
import dev.gangway.artifacts.dataset.DatasetReader;
import dev.gangway.artifacts.store.ObjectStore;
import dev.gangway.contracts.completion.Split;
import dev.gangway.contracts.job.TeamId;
import dev.gangway.contracts.training.DatasetReference;
import dev.gangway.gateway.job.Dataset;
import dev.gangway.gateway.persistence.DatasetRepository;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/**
 * Keeps the table of datasets true to the store. A version whose manifest was written before the gateway died is not in the
 * table: it is entered when the next version is asked for.
 */
@ApplicationScoped
class DatasetRegister {

    private final DatasetReader reader;
    private final DatasetRepository datasets;

    DatasetRegister(ObjectStore store, DatasetRepository datasets) {
        this.reader = new DatasetReader(store);
        this.datasets = datasets;
    }

    /** The version that comes next. */
    DatasetReference next(TeamId team, String name) {
        int version = QuarkusTransaction.requiringNew().call(() -> datasets.latestNumber(team, name) + 1);
        DatasetReference next = new DatasetReference(team, name, version);
        Optional<DatasetManifest> forgotten = manifest(next);
        if (forgotten.isEmpty()) {
            return next;
        }
        put(forgotten.get());
        return next(team, name);
    }

    /** Enters a version whose manifest is in the store. */
    Dataset put(DatasetManifest manifest) {
        Dataset.Images images = new Dataset.Images(
                manifest.count(Split.TRAIN), manifest.count(Split.VALIDATION), manifest.count(Split.TEST));
        Dataset dataset = new Dataset(manifest.dataset(), manifest.side(), images, manifest.createdAt());
        QuarkusTransaction.requiringNew().run(() -> datasets.put(dataset));
        return dataset;
    }

    /** The manifest in the store. */
    Optional<DatasetManifest> manifest(DatasetReference dataset) {
        try {
            return Optional.of(reader.manifest(dataset));
        } catch (DatasetMissingException e) {
            return Optional.empty();
        }
    }
}
