package dev.gangway.contracts.training;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.gangway.contracts.job.JobId;
import dev.gangway.contracts.job.Names;
import dev.gangway.contracts.job.TeamId;
import dev.gangway.contracts.recipe.Recipe;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
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
 * @param retention which of its checkpoints are kept; the usual ones in a message from before one could choose. The gateway
 *     keeps to it: trainers delete nothing.
 */
public record TrainingJob(
        JobId job,
        TeamId team,
        @Min(1) int attempt,
        @Pattern(regexp = Names.PATTERN) String model,
        @Valid DatasetReference dataset,
        @Valid Recipe recipe,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Valid Retention retention) {

    public TrainingJob {
        Objects.requireNonNull(job, "job");
        Objects.requireNonNull(team, "team");
        Objects.requireNonNull(model, "model");
        Objects.requireNonNull(dataset, "dataset");
        Objects.requireNonNull(recipe, "recipe");
        requireOwn(team, dataset.team());
        retention = retention == null ? Retention.USUAL : retention;
    }

    /** What a team's job learns from is the team's. */
    private static void requireOwn(TeamId team, TeamId owner) {
        if (!team.equals(owner)) {
            throw new IllegalArgumentException("a dataset of team " + owner + " for a job of team " + team);
        }
    }

    /** A job whose usual checkpoints are kept. */
    public TrainingJob(JobId job, TeamId team, int attempt, String model, DatasetReference dataset, Recipe recipe) {
        this(job, team, attempt, model, dataset, recipe, Retention.USUAL);
    }
}
