package dev.gangway.contracts.training;

import dev.gangway.contracts.job.JobId;
import dev.gangway.contracts.job.TeamId;
import dev.gangway.contracts.recipe.Recipe;
import java.util.Objects;

/**
 * A training job on its way to the trainers, on {@code gangway.training-jobs}.
 *
 * @param job the job
 * @param team whose it is
 * @param attempt how often it was admitted, from 1
 * @param model the name under which its checkpoints are stored
 * @param dataset what it learns from
 * @param recipe how it is trained, resolved and valid
 */
public record TrainingJob(JobId job, TeamId team, int attempt, String model, DatasetReference dataset, Recipe recipe) {

    public TrainingJob {
        Objects.requireNonNull(job, "job");
        Objects.requireNonNull(team, "team");
        Objects.requireNonNull(model, "model");
        Objects.requireNonNull(dataset, "dataset");
        Objects.requireNonNull(recipe, "recipe");
    }
}
