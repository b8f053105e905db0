package dev.gangway.gateway.persistence;

import dev.gangway.contracts.job.TeamId;
import dev.gangway.contracts.training.DatasetReference;
import dev.gangway.gateway.job.Dataset;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;

/** A row of {@code dataset}. */
@Entity
@Table(name = "dataset")
@IdClass(DatasetEntity.Key.class)
class DatasetEntity {

    @Id
    String team;

    @Id
    String name;

    @Id
    int version;

    @Column(name = "image_size")
    int imageSize;

    int train;
    int validation;
    int test;

    @Column(name = "created_at")
    Instant createdAt;

    /** Set by {@link DatasetRepository#delete} alone, and kept when the version is entered again. */
    @Column(name = "deleted_at", insertable = false, updatable = false)
    Instant deletedAt;

    /** Names a row. */
    record Key(String team, String name, int version) {}

    static DatasetEntity of(Dataset dataset) {
        DatasetEntity row = new DatasetEntity();
        row.team = dataset.reference().team().value();
        row.name = dataset.reference().name();
        row.version = dataset.reference().version();
        row.imageSize = dataset.imageSize();
        row.train = dataset.images().train();
        row.validation = dataset.images().validation();
        row.test = dataset.images().test();
        row.createdAt = dataset.createdAt();
        return row;
    }

    Dataset toDataset() {
        return new Dataset(
                new DatasetReference(new TeamId(team), name, version),
                imageSize,
                new Dataset.Images(train, validation, test),
                createdAt);
    }
}
