package dev.gangway.contracts.completion;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.gangway.contracts.job.JobId;
import dev.gangway.contracts.job.TeamId;
import dev.gangway.contracts.job.Text;
import dev.gangway.contracts.recipe.CompletionSettings;
import dev.gangway.contracts.recipe.MaskRecipe;
import dev.gangway.contracts.training.CheckpointReference;
import dev.gangway.contracts.training.DatasetReference;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;

/** A part of a completion job on its way to the workers, on {@code gangway.completion-tasks}. */
public sealed interface CompletionTask {

    /** How many images a job has at most. */
    int IMAGES = 10_000_000;

    /** How many parts a job is cut into at most. */
    int PARTS = 1_000_000;

    /** The job that it is a part of. */
    JobId job();

    /** Whose job it is. */
    TeamId team();

    /** True when the images are of faces, one each; null otherwise. */
    Boolean faces();

    /** Whether the images are of faces, one each, and are to be verified as such. */
    default boolean showFaces() {
        return faces() != null;
    }

    /** Which part, from 0. */
    int task();

    /** Whether it sums up all other parts, which are done and wait for it. */
    boolean sumsUp();

    /** How often this part was sent, from 1. */
    int attempt();

    /**
     * Some images of a dataset's split are to be completed and measured against the truth.
     *
     * @param images which images
     * @param checkpoint which networks complete them
     * @param mask what is missing
     * @param settings how they are completed
     * @param seed seeds each image's starts and its random mask, together with the image's index
     * @param faces true when the images are of faces, one each, and are to be verified as such; otherwise left out
     */
    record CompleteImages(
            JobId job,
            TeamId team,
            int task,
            int attempt,
            @Valid ImageRange images,
            @Valid CheckpointReference checkpoint,
            @Valid MaskRecipe mask,
            @Valid CompletionSettings settings,
            long seed,
            @JsonInclude(JsonInclude.Include.NON_NULL) Boolean faces)
            implements CompletionTask {

        @Override
        public boolean sumsUp() {
            return false;
        }

        public CompleteImages {
            requireIdentity(job, team, task, attempt);
            requireMethod(images, checkpoint, mask, settings);
            requireOwn(team, images.dataset().team());
            requireOwn(team, checkpoint.team());
            faces = trueOrLeftOut(faces);
        }
    }

    /**
     * All images are completed, and the figures of the whole set are to be computed.
     *
     * @param images all images of the job
     * @param checkpoint which networks completed them
     * @param mask what was missing
     * @param settings how they were completed
     * @param parts the tasks' result objects, in the order of the tasks
     * @param seed the tasks' seed, which random masks follow from; null in messages from before there were any
     * @param faces true when the images are of faces, one each, and were described as such; otherwise left out
     */
    record MergeFigures(
            JobId job,
            TeamId team,
            int task,
            int attempt,
            @Valid ImageRange images,
            @Valid CheckpointReference checkpoint,
            @Valid MaskRecipe mask,
            @Valid CompletionSettings settings,
            @Size(max = CompletionTask.PARTS) List<@NotNull @Text(max = 1024) String> parts,
            @JsonInclude(JsonInclude.Include.NON_NULL) Long seed,
            @JsonInclude(JsonInclude.Include.NON_NULL) Boolean faces)
            implements CompletionTask {

        @Override
        public boolean sumsUp() {
            return true;
        }

        public MergeFigures {
            requireIdentity(job, team, task, attempt);
            requireMethod(images, checkpoint, mask, settings);
            requireOwn(team, images.dataset().team());
            requireOwn(team, checkpoint.team());
            parts = List.copyOf(parts);
            if (seed == null && mask.kind().isRandom()) {
                throw new IllegalArgumentException("a " + mask.kind() + " mask without the seed it follows from");
            }
            faces = trueOrLeftOut(faces);
        }
    }

    /**
     * Some of a user's own pictures are to be completed; each that cannot be is reported for itself.
     *
     * @param pictures which pictures
     * @param checkpoint which networks complete them
     * @param mask what is missing of a picture that came without a mask of its own; null when all have one
     * @param settings how they are completed
     * @param seed seeds each picture's starts and its random mask, together with the picture's number
     * @param faces true when the pictures are of faces, one each, and are to be verified as such; otherwise left out
     */
    record CompletePictures(
            JobId job,
            TeamId team,
            int task,
            int attempt,
            @Valid PictureRange pictures,
            @Valid CheckpointReference checkpoint,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Valid
            MaskRecipe mask,

            @Valid CompletionSettings settings,
            long seed,
            @JsonInclude(JsonInclude.Include.NON_NULL) Boolean faces)
            implements CompletionTask {

        @Override
        public boolean sumsUp() {
            return false;
        }

        public CompletePictures {
            requireIdentity(job, team, task, attempt);
            requireMethod(pictures, checkpoint, settings);
            requireOwn(team, checkpoint.team());
            requireMask(mask);
            faces = trueOrLeftOut(faces);
        }
    }

    /**
     * All pictures are done with, and the job is to be summed up.
     *
     * @param pictures all pictures of the job
     * @param checkpoint which networks completed them
     * @param mask what was missing of a picture that came without a mask of its own; null when all have one
     * @param settings how they were completed
     * @param parts the tasks' result objects, in the order of the tasks
     * @param faces true when the pictures are of faces, one each, and were described as such; otherwise left out
     */
    record MergePictures(
            JobId job,
            TeamId team,
            int task,
            int attempt,
            @Valid PictureRange pictures,
            @Valid CheckpointReference checkpoint,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Valid
            MaskRecipe mask,

            @Valid CompletionSettings settings,
            @Size(max = CompletionTask.PARTS) List<@NotNull @Text(max = 1024) String> parts,
            @JsonInclude(JsonInclude.Include.NON_NULL) Boolean faces)
            implements CompletionTask {

        @Override
        public boolean sumsUp() {
            return true;
        }

        public MergePictures {
            requireIdentity(job, team, task, attempt);
            requireMethod(pictures, checkpoint, settings);
            requireOwn(team, checkpoint.team());
            requireMask(mask);
            parts = List.copyOf(parts);
            faces = trueOrLeftOut(faces);
        }
    }

    /**
     * Consecutive pictures of a job, by their numbers in the list that was made when it was submitted.
     *
     * @param from number of the first picture
     * @param count how many
     */
    record PictureRange(
            @Max(CompletionTask.IMAGES) int from,
            @Max(CompletionTask.IMAGES) int count) {

        public PictureRange {
            if (from < 0 || count < 1) {
                throw new IllegalArgumentException(count + " pictures from " + from + " are no range of pictures");
            }
        }

        /** The pictures that one of equally large tasks has, counted from 0; the last has what is left. */
        public PictureRange part(int task, int size) {
            int offset = task * size;
            return new PictureRange(from + offset, Math.min(size, count - offset));
        }
    }

    /**
     * Consecutive images of a dataset's split.
     *
     * @param dataset the dataset
     * @param split its part
     * @param from index of the first image
     * @param count how many
     */
    record ImageRange(
            @Valid DatasetReference dataset,
            Split split,
            @Max(CompletionTask.IMAGES) int from,
            @Max(CompletionTask.IMAGES) int count) {

        public ImageRange {
            Objects.requireNonNull(dataset, "dataset");
            Objects.requireNonNull(split, "split");
            if (from < 0 || count < 1) {
                throw new IllegalArgumentException(count + " images from " + from + " are no range of images");
            }
        }
    }

    private static void requireIdentity(JobId job, TeamId team, int task, int attempt) {
        Objects.requireNonNull(job, "job");
        Objects.requireNonNull(team, "team");
        if (task < 0 || attempt < 1) {
            throw new IllegalArgumentException(
                    "tasks count from 0 and attempts from 1, not " + task + " and " + attempt);
        }
    }

    /** What a team's job works on, and with, is the team's. */
    private static void requireOwn(TeamId team, TeamId owner) {
        if (!team.equals(owner)) {
            throw new IllegalArgumentException("what belongs to team " + owner + " for a job of team " + team);
        }
    }

    /** Tasks of a time when nobody asked for faces have no such field. */
    private static Boolean trueOrLeftOut(Boolean faces) {
        return Boolean.TRUE.equals(faces) ? Boolean.TRUE : null;
    }

    private static void requireMethod(
            @Valid ImageRange images, CheckpointReference checkpoint, MaskRecipe mask, CompletionSettings settings) {
        requireMethod(images, checkpoint, settings);
        Objects.requireNonNull(mask, "mask");
        requireMask(mask);
    }

    private static void requireMask(MaskRecipe mask) {
        if (mask != null) {
            Objects.requireNonNull(mask.kind(), "mask.kind");
            mask.requireFitting();
        }
    }

    /** What a user may leave out of a request is filled in before a task is made. */
    private static void requireMethod(Object images, CheckpointReference checkpoint, CompletionSettings settings) {
        Objects.requireNonNull(images, "images");
        Objects.requireNonNull(checkpoint, "checkpoint");
        Objects.requireNonNull(settings.lambda(), "settings.lambda");
        Objects.requireNonNull(settings.steps(), "settings.steps");
        Objects.requireNonNull(settings.learningRate(), "settings.learningRate");
        Objects.requireNonNull(settings.start(), "settings.start");
        if (!settings.misfits().isEmpty()) {
            throw new IllegalArgumentException("settings: " + settings.misfits());
        }
        if (settings.stop() != null) {
            Objects.requireNonNull(settings.stop().tolerance(), "settings.stop.tolerance");
            Objects.requireNonNull(settings.stop().window(), "settings.stop.window");
            Objects.requireNonNull(settings.stop().minimum(), "settings.stop.minimum");
        }
    }
}
