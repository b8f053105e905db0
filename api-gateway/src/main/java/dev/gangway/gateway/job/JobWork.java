package dev.gangway.gateway.job;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import dev.gangway.contracts.completion.CompletionTask.ImageRange;
import dev.gangway.contracts.completion.CompletionTask.PictureRange;
import dev.gangway.contracts.job.JobKind;
import dev.gangway.contracts.recipe.CompletionSettings;
import dev.gangway.contracts.recipe.MaskRecipe;
import dev.gangway.contracts.recipe.Recipe;
import dev.gangway.contracts.recipe.StageKind;
import dev.gangway.contracts.training.CheckpointReference;
import dev.gangway.contracts.training.DatasetReference;
import dev.gangway.contracts.training.Retention;

/** What a job is to do, with everything that the request left open decided. */
public sealed interface JobWork {

    /** Which kind of job does this. */
    @JsonIgnore
    JobKind kind();

    /** The model that is trained or used. */
    String model();

    /** The images that are learnt from or completed; null when they are the user's own. */
    DatasetReference dataset();

    /** How many tasks the work is cut into before it starts. */
    @JsonIgnore
    int tasks();

    /**
     * Networks are trained.
     *
     * @param model the name under which checkpoints are stored
     * @param dataset what they learn from
     * @param recipe how, resolved and valid
     * @param retention which checkpoints are kept; the usual ones of a job from before one could choose
     */
    record Training(String model, DatasetReference dataset, Recipe recipe, Retention retention) implements JobWork {

        public Training {
            retention = retention == null ? Retention.USUAL : retention;
        }

        @Override
        public JobKind kind() {
            return JobKind.TRAINING;
        }

        @Override
        public int tasks() {
            return 1;
        }

        /** Whether it has a stage numbered so. */
        public boolean hasStage(int number) {
            int place = number - recipe.firstStage();
            return place >= 0 && place < recipe.stages().size();
        }

        /** Whether it has a stage numbered so that is of {@code kind}. */
        public boolean hasStage(int number, StageKind kind) {
            return hasStage(number) && recipe.stage(number).kind() == kind;
        }

        /** Whether it has a stage numbered so, and that has so many updates. */
        public boolean hasUpdate(int stage, long updates) {
            return hasStage(stage) && updates <= recipe.stage(stage).mostUpdates();
        }
    }

    /** Images of either kind are completed, by tasks that have some of them each. */
    sealed interface Completing extends JobWork {

        /** Which networks complete them. */
        CheckpointReference checkpoint();

        /** How many there are. */
        @JsonIgnore
        int count();

        /** How many one task has at most. */
        int imagesPerTask();

        @Override
        default JobKind kind() {
            return JobKind.COMPLETION;
        }

        @Override
        @JsonIgnore
        default String model() {
            return checkpoint().model();
        }

        @Override
        default int tasks() {
            return (count() + imagesPerTask() - 1) / imagesPerTask();
        }

        /** How many images one of the tasks has, counted from 0; the last has what is left. */
        default int imagesOfTask(int task) {
            return Math.min(imagesPerTask(), count() - task * imagesPerTask());
        }
    }

    /**
     * Images of a dataset are completed, and measured against the truth.
     *
     * @param checkpoint which networks complete them
     * @param images which images
     * @param imagesPerTask how many images one task has at most
     * @param mask what is missing
     * @param settings how they are completed
     * @param seed seeds each image's starts and its random mask, together with the image's index
     * @param faces true when the images are of faces, and are to be verified as such; otherwise null
     */
    record Completion(
            CheckpointReference checkpoint,
            ImageRange images,
            int imagesPerTask,
            MaskRecipe mask,
            CompletionSettings settings,
            long seed,
            @JsonInclude(JsonInclude.Include.NON_NULL) Boolean faces)
            implements Completing {

        public Completion {
            requireImages(imagesPerTask);
            faces = trueOrNull(faces);
        }

        @Override
        @JsonIgnore
        public DatasetReference dataset() {
            return images.dataset();
        }

        @Override
        public int count() {
            return images.count();
        }

        /** The images of one task, counted from 0. */
        public ImageRange imagesOf(int task) {
            int offset = task * imagesPerTask;
            return new ImageRange(
                    images.dataset(),
                    images.split(),
                    images.from() + offset,
                    Math.min(imagesPerTask, images.count() - offset));
        }
    }

    /**
     * Pictures of a user's own are completed.
     *
     * @param checkpoint which networks complete them
     * @param prefix where they were found in the bucket
     * @param pictures how many there are in the job's list
     * @param imagesPerTask how many pictures one task has at most
     * @param mask what is missing of a picture that came without a mask; null when all have one
     * @param settings how they are completed
     * @param seed seeds each picture's starts and its random mask, together with the picture's number
     * @param faces true when the pictures are of faces, and are to be verified as such; otherwise null
     * @param leftOut what was found beside the pictures; null when there was nothing
     */
    record PictureCompletion(
            CheckpointReference checkpoint,
            String prefix,
            int pictures,
            int imagesPerTask,
            @JsonInclude(JsonInclude.Include.NON_NULL) MaskRecipe mask,
            CompletionSettings settings,
            long seed,
            @JsonInclude(JsonInclude.Include.NON_NULL) Boolean faces,
            @JsonInclude(JsonInclude.Include.NON_NULL) LeftOut leftOut)
            implements Completing {

        public PictureCompletion {
            requireImages(imagesPerTask);
            faces = trueOrNull(faces);
        }

        @Override
        @JsonIgnore
        public DatasetReference dataset() {
            return null;
        }

        @Override
        public int count() {
            return pictures;
        }

        /** All pictures. */
        @JsonIgnore
        public PictureRange range() {
            return new PictureRange(0, pictures);
        }
    }

    private static void requireImages(int imagesPerTask) {
        if (imagesPerTask < 1) {
            throw new IllegalArgumentException("a task has at least one image, not " + imagesPerTask);
        }
    }

    private static Boolean trueOrNull(Boolean faces) {
        return Boolean.TRUE.equals(faces) ? Boolean.TRUE : null;
    }
}
