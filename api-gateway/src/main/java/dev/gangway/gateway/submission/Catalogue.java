package dev.gangway.gateway.submission;

import dev.gangway.contracts.job.TeamId;
import dev.gangway.contracts.training.CheckpointId;
import dev.gangway.gateway.job.Checkpoint;
import dev.gangway.gateway.job.Dataset;
import dev.gangway.gateway.job.RefusedException;
import dev.gangway.gateway.persistence.CheckpointRepository;
import dev.gangway.gateway.persistence.DatasetRepository;
import jakarta.enterprise.context.ApplicationScoped;

/** The datasets and checkpoints that requests may name. */
@ApplicationScoped
class Catalogue {

    private final DatasetRepository datasets;
    private final CheckpointRepository checkpoints;

    Catalogue(DatasetRepository datasets, CheckpointRepository checkpoints) {
        this.datasets = datasets;
        this.checkpoints = checkpoints;
    }

    /** One version of a dataset, the latest when {@code version} is null, which nobody deletes before this transaction ends; refuses what there is not. */
    Dataset dataset(TeamId team, String name, Integer version) {
        return datasets.hold(team, name, version).orElseThrow(() -> refused(team, name, version));
    }

    private RefusedException refused(TeamId team, String name, Integer version) {
        if (version == null) {
            return RefusedException.unprocessable("unknown-dataset", "dataset", "there is no dataset " + name);
        }
        String which = "dataset " + name + " version " + version;
        return datasets.wasDeleted(team, name, version)
                ? RefusedException.unprocessable("dataset-deleted", "datasetVersion", "the " + which + " was deleted")
                : RefusedException.unprocessable("unknown-dataset", "datasetVersion", "there is no " + which);
    }

    /** The chosen checkpoint, which nobody deletes before this transaction ends; refuses what there is not. */
    Checkpoint checkpoint(TeamId team, CheckpointChoice choice) {
        return (choice.id() != null
                        ? checkpoints.hold(team, choice.id())
                        : checkpoints.holdEndOfStage(team, choice.trainingJob(), choice.stage()))
                .orElseThrow(() -> refused(team, choice));
    }

    private RefusedException refused(TeamId team, CheckpointChoice choice) {
        boolean deleted = choice.id() != null
                ? checkpoints.wasDeleted(team, choice.id())
                : checkpoints.wasEndOfStageDeleted(team, choice.trainingJob(), choice.stage());
        return deleted
                ? RefusedException.unprocessable(
                        "checkpoint-deleted",
                        "checkpoint",
                        "this checkpoint was deleted, or the retention of its training job did not keep it")
                : RefusedException.unprocessable("unknown-checkpoint", "checkpoint", unknown(choice));
    }

    static void requireImageSize(Dataset dataset, int imageSize, String whose) {
        if (dataset.imageSize() != imageSize) {
            throw RefusedException.unprocessable(
                    "image-size-mismatch",
                    "dataset",
                    whose + " is for images of " + imageSize + " pixels, but those of "
                            + dataset.reference().name() + " have " + dataset.imageSize());
        }
    }

    private static String unknown(CheckpointChoice choice) {
        CheckpointId id = choice.id();
        return id != null
                ? "there is no checkpoint " + id
                : "stage " + choice.stage() + " of training job " + choice.trainingJob() + " has not ended";
    }
}
