package dev.gangway.gateway.submission;

import dev.gangway.contracts.job.JobId;
import dev.gangway.contracts.job.TeamId;
import dev.gangway.contracts.recipe.CompletionSettings;
import dev.gangway.contracts.recipe.Recipe;
import dev.gangway.contracts.recipe.StageKind;
import dev.gangway.gateway.fault.Constraints;
import dev.gangway.gateway.job.Checkpoint;
import dev.gangway.gateway.job.Faults;
import dev.gangway.gateway.job.Job;
import dev.gangway.gateway.job.JobWork;
import dev.gangway.gateway.job.RefusedException;
import dev.gangway.gateway.persistence.JobRepository;
import jakarta.enterprise.context.ApplicationScoped;

/** Finds the networks that a completion request names, and lays its settings over those of their recipe. */
@ApplicationScoped
class MethodChoice {

    private final Catalogue catalogue;
    private final JobRepository jobs;
    private final Constraints constraints;

    MethodChoice(Catalogue catalogue, JobRepository jobs, Constraints constraints) {
        this.catalogue = catalogue;
        this.jobs = jobs;
        this.constraints = constraints;
    }

    CompletionMethod of(TeamId team, CompletionRequest request) {
        Checkpoint checkpoint = catalogue.checkpoint(team, request.checkpoint());
        Recipe recipe = recipeOf(checkpoint);
        boolean hasCritic = checkpoint.kind() != StageKind.VAE;
        if (request.settings() != null) {
            require(request.settings(), recipe, hasCritic);
        }
        CompletionSettings settings = settings(recipe, request);
        return new CompletionMethod(
                checkpoint.reference(), recipe.network().imageSize(), hasCritic ? settings : settings.withoutCritic());
    }

    private void require(CompletionRequest.Settings change, Recipe recipe, boolean hasCritic) {
        CompletionSettings settings = change.over(recipe.completion());
        Faults faults = new Faults();
        faults.check(() -> constraints.checked("settings", settings));
        faults.check(() -> requireEncoder(settings, recipe));
        if (!hasCritic) {
            faults.check(() -> requireNoWeight(change));
        }
        faults.require();
    }

    private static void requireEncoder(CompletionSettings settings, Recipe recipe) {
        if (settings.start() == CompletionSettings.Start.ENCODER && !recipe.hasEncoder()) {
            throw RefusedException.unprocessable(
                    "checkpoint-without-encoder",
                    "settings.start",
                    "recipe " + recipe.name() + " trains no encoder to start from: start from the prior");
        }
    }

    /** A VAE completes by what is visible alone; whoever asks for a critic's opinion is told that there is none. */
    private static void requireNoWeight(CompletionRequest.Settings change) {
        if (change.lambda() != null && change.lambda() > 0) {
            throw RefusedException.unprocessable(
                    "checkpoint-without-critic",
                    "settings.lambda",
                    "the stage is a VAE and has no critic whose opinion could be weighed: leave lambda out, or choose a later stage");
        }
    }

    private Recipe recipeOf(Checkpoint checkpoint) {
        JobId trainingJob = new JobId(checkpoint.reference().id().job());
        return jobs.find(trainingJob)
                .map(Job::work)
                .map(work -> ((JobWork.Training) work).recipe())
                .orElseThrow(() -> new IllegalStateException("no training job " + trainingJob));
    }

    /** The papers paste, which leaves smears on a picture of more pixels than the networks have. */
    private static CompletionSettings settings(Recipe recipe, CompletionRequest request) {
        CompletionSettings settings = request.settings() == null
                ? recipe.completion()
                : request.settings().over(recipe.completion());
        return request.pictures() == null ? settings : settings.blendedBy(CompletionSettings.Blending.POISSON);
    }
}
