package dev.gangway.gateway.submission;

import dev.gangway.contracts.job.TeamId;
import dev.gangway.contracts.recipe.OverridesException;
import dev.gangway.contracts.recipe.Recipe;
import dev.gangway.contracts.recipe.Recipes;
import dev.gangway.gateway.fault.Constraints;
import dev.gangway.gateway.job.Dataset;
import dev.gangway.gateway.job.Faults;
import dev.gangway.gateway.job.JobWork;
import dev.gangway.gateway.job.RefusedException;
import dev.gangway.gateway.job.RefusedException.FieldError;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
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
        Faults faults = new Faults();
        faults.check(() -> constraints.require(request));
        Recipe recipe = faults.read(() -> recipe(request), "recipe");
        Dataset dataset = faults.read(
                () -> catalogue.dataset(team, request.dataset(), request.datasetVersion()),
                "dataset",
                "datasetVersion");
        if (recipe != null && dataset != null) {
            faults.check(
                    () -> Catalogue.requireImageSize(dataset, recipe.network().imageSize(), "recipe " + recipe.name()));
            faults.check(() -> requireBatch(dataset, recipe));
        }
        if (dataset != null) {
            faults.check(() -> requireValidation(dataset));
        }
        faults.require();
        return new JobWork.Training(request.model(), dataset.reference(), recipe, request.retention());
    }

    private static void requireBatch(Dataset dataset, Recipe recipe) {
        if (dataset.images().train() < recipe.largestBatch()) {
            throw RefusedException.unprocessable(
                    "dataset-too-small",
                    "dataset",
                    "one batch has " + recipe.largestBatch() + " images, but "
                            + dataset.reference().name() + " has only "
                            + dataset.images().train() + " to train on");
        }
    }

    private static void requireValidation(Dataset dataset) {
        if (dataset.images().validation() == 0) {
            throw RefusedException.unprocessable(
                    "dataset-without-validation",
                    "dataset",
                    "margins are measured on validation images, but "
                            + dataset.reference().name() + " has none");
        }
    }

    private Recipe recipe(TrainingRequest request) {
        try {
            return constraints.checked("overrides", Recipes.named(request.recipe(), request.overrides()));
        } catch (NoSuchElementException e) {
            throw RefusedException.unprocessable("unknown-recipe", "recipe", e.getMessage());
        } catch (OverridesException e) {
            throw RefusedException.unprocessable("overrides-malformed", e.getMessage(), errors(e));
        }
    }

    private static List<FieldError> errors(OverridesException overrides) {
        return overrides.misfits().stream()
                .map(misfit -> new FieldError(
                        misfit.field().isEmpty() ? "overrides" : "overrides." + misfit.field(), misfit.message()))
                .toList();
    }
}
