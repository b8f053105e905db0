package dev.gangway.gateway.rest;

import dev.gangway.artifacts.dataset.Preparation;
import dev.gangway.contracts.training.DatasetReference;
import dev.gangway.gateway.job.Dataset;
import java.time.Instant;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A version of a dataset as clients see it. */
@Schema(name = "Dataset", description = "A version of a dataset.")
record DatasetView(
        String name,
        int version,

        @Schema(description = "Height and width of its images.")
        int imageSize,

        @Schema(description = "How many images each split has.")
        Dataset.Images images,

        Instant createdAt,

        @Schema(description = "What was done to its images; left out in lists.")
        Preparation preparation,

        Map<String, String> links) {

    /** Names a version of a dataset. */
    @Schema(name = "DatasetName")
    record Name(String name, int version) {

        static Name of(DatasetReference reference) {
            return new Name(reference.name(), reference.version());
        }
    }

    static DatasetView of(Dataset dataset) {
        return of(dataset, null);
    }

    static DatasetView of(Dataset dataset, Preparation preparation) {
        DatasetReference reference = dataset.reference();
        return new DatasetView(
                reference.name(),
                reference.version(),
                dataset.imageSize(),
                dataset.images(),
                dataset.createdAt(),
                preparation,
                Map.of("self", path(reference)));
    }

    static String path(DatasetReference reference) {
        return "/v1/datasets/" + reference.name() + "/versions/" + reference.version();
    }
}
