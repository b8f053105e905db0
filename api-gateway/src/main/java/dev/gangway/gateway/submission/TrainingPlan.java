package dev.gangway.gateway.submission;

import dev.gangway.contracts.job.TeamId;
import dev.gangway.contracts.recipe.Recipe;
import dev.gangway.contracts.recipe.Recipes;
import dev.gangway.gateway.job.Dataset;
import dev.gangway.gateway.job.JobWork;
import dev.gangway.gateway.job.RefusedException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.NoSuchElementException;

/** Decides what a training request leaves open, and refuses what could only fail later. */
@ApplicationScoped
class TrainingPlan {

    private final Catalogue catalogue;
    private final Constraints constraints;

    TrainingPlan(Catalogue catalogue, Constraints constraints) {
        this.catalogue = catalogue;
        this.constraints = constraints;
    }

    JobWork.Training of(TeamId team, TrainingRequest request) {
        Recipe recipe = recipe(request);
        Dataset dataset = catalogue.dataset(team, request.dataset(), request.datasetVersion());
        Catalogue.requireImageSize(dataset, recipe.network().imageSize(), "recipe " + recipe.name());
        if (dataset.images().train() < recipe.largestBatch()) {
            throw RefusedException.unprocessable(
                    "dataset-too-small",
                    "dataset",
                    "one batch has " + recipe.largestBatch() + " images, but " + request.dataset() + " has only "
                            + dataset.images().train() + " to train on");
        }
        if (dataset.images().validation() == 0) {
            throw RefusedException.unprocessable(
                    "dataset-without-validation",
                    "dataset",
                    "margins are measured on validation images, but " + request.dataset() + " has none");
        }
        return new JobWork.Training(request.model(), dataset.reference(), recipe, request.retention());
    }

    private Recipe recipe(TrainingRequest request) {
        try {
            return constraints.checked("overrides", Recipes.named(request.recipe(), request.overrides()));
        } catch (NoSuchElementException e) {
            throw RefusedException.unprocessable("unknown-recipe", "recipe", e.getMessage());
        } catch (IllegalArgumentException e) {
            throw RefusedException.unprocessable("overrides-malformed", "overrides", e.getMessage());
        }
    }
}
