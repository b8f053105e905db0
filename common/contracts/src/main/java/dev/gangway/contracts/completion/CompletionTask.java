package dev.gangway.contracts.completion;

import dev.gangway.contracts.job.JobId;
import dev.gangway.contracts.job.TeamId;
import dev.gangway.contracts.recipe.CompletionSettings;
import dev.gangway.contracts.recipe.MaskRecipe;
import dev.gangway.contracts.training.CheckpointReference;
import dev.gangway.contracts.training.DatasetReference;
import java.util.List;

/** A part of a completion job on its way to the workers, on {@code gangway.completion-tasks}. */
public sealed interface CompletionTask {

    /** The job that it is a part of. */
    JobId job();

    /** Whose job it is. */
    TeamId team();

    /** Which part, from 0. */
    int task();

    /** How often this part was sent, from 1. */
    int attempt();

    /**
     * Some images of a dataset's split are to be completed and measured against the truth.
     *
     * @param images which images
     * @param checkpoint which networks complete them
     * @param mask what is missing
     * @param settings how they are completed
     * @param seed seeds each image's start, together with the image's index
     */
    record CompleteImages(
            JobId job,
            TeamId team,
            int task,
            int attempt,
            ImageRange images,
            CheckpointReference checkpoint,
            MaskRecipe mask,
            CompletionSettings settings,
            long seed)
            implements CompletionTask {}

    /**
     * All images are completed, and the figures of the whole set are to be computed.
     *
     * @param images all images of the job
     * @param checkpoint which networks completed them
     * @param mask what was missing
     * @param settings how they were completed
     * @param parts the tasks' result objects, in the order of the tasks
     */
    record MergeFigures(
            JobId job,
            TeamId team,
            int task,
            int attempt,
            ImageRange images,
            CheckpointReference checkpoint,
            MaskRecipe mask,
            CompletionSettings settings,
            List<String> parts)
            implements CompletionTask {}

    /**
     * Consecutive images of a dataset's split.
     *
     * @param dataset the dataset
     * @param split its part
     * @param from index of the first image
     * @param count how many
     */
    record ImageRange(DatasetReference dataset, Split split, int from, int count) {}
}
