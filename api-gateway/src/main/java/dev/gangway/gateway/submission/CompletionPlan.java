package dev.gangway.gateway.submission;

import dev.gangway.contracts.completion.CompletionTask.ImageRange;
import dev.gangway.contracts.job.JobId;
import dev.gangway.contracts.job.TeamId;
import dev.gangway.contracts.recipe.CompletionSettings;
import dev.gangway.contracts.recipe.Recipe;
import dev.gangway.contracts.recipe.StageKind;
import dev.gangway.gateway.config.GatewayConfig;
import dev.gangway.gateway.job.Checkpoint;
import dev.gangway.gateway.job.Dataset;
import dev.gangway.gateway.job.Job;
import dev.gangway.gateway.job.JobWork;
import dev.gangway.gateway.job.RefusedException;
import dev.gangway.gateway.persistence.JobRepository;
import jakarta.enterprise.context.ApplicationScoped;

/** Decides what a completion request leaves open, and refuses what could only fail later. */
@ApplicationScoped
class CompletionPlan {

    private final Catalogue catalogue;
    private final JobRepository jobs;
    private final Constraints constraints;
    private final GatewayConfig.Completion config;

    CompletionPlan(Catalogue catalogue, JobRepository jobs, Constraints constraints, GatewayConfig config) {
        this.catalogue = catalogue;
        this.jobs = jobs;
        this.constraints = constraints;
        this.config = config.completion();
    }

    JobWork.Completion of(TeamId team, CompletionRequest request) {
        Checkpoint checkpoint = checkpoint(team, request.checkpoint());
        Recipe recipe = recipeOf(checkpoint);
        Dataset dataset = catalogue.dataset(team, request.dataset(), request.datasetVersion());
        Catalogue.requireImageSize(
                dataset,
                recipe.network().imageSize(),
                "checkpoint " + checkpoint.reference().id());
        return new JobWork.Completion(
                checkpoint.reference(),
                images(dataset, request),
                config.imagesPerTask(),
                request.mask(),
                settings(recipe, request),
                request.seed(),
                request.faces());
    }

    private Checkpoint checkpoint(TeamId team, CheckpointChoice choice) {
        Checkpoint checkpoint = catalogue.checkpoint(team, choice);
        if (checkpoint.kind() == StageKind.VAE) {
            throw RefusedException.unprocessable(
                    "checkpoint-without-critic",
                    "checkpoint",
                    "completion needs a critic, and stage "
                            + checkpoint.reference().id().stage() + " has none: choose a later stage");
        }
        return checkpoint;
    }

    private Recipe recipeOf(Checkpoint checkpoint) {
        JobId trainingJob = new JobId(checkpoint.reference().id().job());
        return jobs.find(trainingJob)
                .map(Job::work)
                .map(work -> ((JobWork.Training) work).recipe())
                .orElseThrow(() -> new IllegalStateException("no training job " + trainingJob));
    }

    private ImageRange images(Dataset dataset, CompletionRequest request) {
        if (request.images() > config.imagesPerJob()) {
            throw RefusedException.unprocessable(
                    "too-many-images", "images", "one job completes at most " + config.imagesPerJob() + " images");
        }
        int present = dataset.images().of(request.split());
        if ((long) request.from() + request.images() > present) {
            throw RefusedException.unprocessable(
                    "images-out-of-range",
                    "images",
                    "the split has " + present + " images, but " + request.images() + " from " + request.from()
                            + " on were asked for");
        }
        return new ImageRange(dataset.reference(), request.split(), request.from(), request.images());
    }

    private CompletionSettings settings(Recipe recipe, CompletionRequest request) {
        if (request.settings() == null) {
            return recipe.completion();
        }
        CompletionSettings settings =
                constraints.checked("settings", request.settings().over(recipe.completion()));
        if (settings.start() == CompletionSettings.Start.ENCODER && !recipe.hasEncoder()) {
            throw RefusedException.unprocessable(
                    "checkpoint-without-encoder",
                    "settings.start",
                    "recipe " + recipe.name() + " trains no encoder to start from: start from the prior");
        }
        return settings;
    }
}
