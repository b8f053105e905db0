package dev.gangway.gateway.admission;

import dev.gangway.contracts.Topics;
import dev.gangway.contracts.completion.CompletionTask;
import dev.gangway.contracts.completion.CompletionTask.CompleteImages;
import dev.gangway.contracts.completion.CompletionTask.CompletePictures;
import dev.gangway.contracts.completion.CompletionTask.MergeFigures;
import dev.gangway.contracts.completion.CompletionTask.MergePictures;
import dev.gangway.contracts.training.TrainingJob;
import dev.gangway.gateway.config.GatewayConfig;
import dev.gangway.gateway.job.Job;
import dev.gangway.gateway.job.JobWork;
import dev.gangway.gateway.job.Task;
import dev.gangway.gateway.persistence.TaskRepository;
import dev.gangway.ledger.outbox.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Sends tasks to the workers. */
@ApplicationScoped
class Dispatch {

    private final TaskRepository tasks;
    private final Outbox outbox;
    private final Duration resendAfter;
    private final int tasksAhead;

    Dispatch(TaskRepository tasks, Outbox outbox, GatewayConfig config) {
        this.tasks = tasks;
        this.outbox = outbox;
        this.resendAfter = config.admission().resendAfter();
        this.tasksAhead = config.admission().tasksAhead();
    }

    /**
     * Promises the first tasks of a locked job that is admitted, as part of the transaction at hand; each of the others follows when one is
     * claimed, so that a large job does not lie before workers as a whole.
     */
    void sendFirst(Job job, Instant now) {
        send(job, tasks.held(job.id(), now, tasksAhead), now);
    }

    /** Promises the tasks of a locked job whose time has come, as part of the transaction at hand. */
    void sendDue(Job job, Instant now) {
        send(job, tasks.due(job.id(), now), now);
    }

    private void send(Job job, List<Task> waiting, Instant now) {
        waiting.stream().filter(task -> tasks.sent(task, now.plus(resendAfter))).forEach(task -> send(job, task));
    }

    private void send(Job job, Task task) {
        String key = job.id().toString();
        int attempt = task.nextAttempt();
        if (job.work() instanceof JobWork.Training work) {
            outbox.append(Topics.TRAINING_JOBS, key, training(job, work, attempt));
        } else if (job.work() instanceof JobWork.Completing work) {
            boolean merge = task.number() == work.tasks();
            outbox.append(
                    Topics.COMPLETION_TASKS,
                    key,
                    merge ? merge(job, work, attempt) : part(job, work, task.number(), attempt));
        }
    }

    private static TrainingJob training(Job job, JobWork.Training work, int attempt) {
        return new TrainingJob(
                job.id(), job.team(), attempt, work.model(), work.dataset(), work.recipe(), work.retention());
    }

    private static CompletionTask part(Job job, JobWork.Completing work, int number, int attempt) {
        return work instanceof JobWork.Completion images
                ? completeImages(job, images, number, attempt)
                : completePictures(job, (JobWork.PictureCompletion) work, number, attempt);
    }

    private CompletionTask merge(Job job, JobWork.Completing work, int attempt) {
        return work instanceof JobWork.Completion images
                ? mergeFigures(job, images, attempt)
                : mergePictures(job, (JobWork.PictureCompletion) work, attempt);
    }

    private static CompletePictures completePictures(Job job, JobWork.PictureCompletion work, int number, int attempt) {
        return new CompletePictures(
                job.id(),
                job.team(),
                number,
                attempt,
                work.range().part(number, work.imagesPerTask()),
                work.checkpoint(),
                work.mask(),
                work.settings(),
                work.seed(),
                work.faces());
    }

    private MergePictures mergePictures(Job job, JobWork.PictureCompletion work, int attempt) {
        return new MergePictures(
                job.id(),
                job.team(),
                work.tasks(),
                attempt,
                work.range(),
                work.checkpoint(),
                work.mask(),
                work.settings(),
                tasks.resultKeys(job.id()),
                work.faces());
    }

    private static CompleteImages completeImages(Job job, JobWork.Completion work, int number, int attempt) {
        return new CompleteImages(
                job.id(),
                job.team(),
                number,
                attempt,
                work.imagesOf(number),
                work.checkpoint(),
                work.mask(),
                work.settings(),
                work.seed(),
                work.faces());
    }

    private MergeFigures mergeFigures(Job job, JobWork.Completion work, int attempt) {
        return new MergeFigures(
                job.id(),
                job.team(),
                work.tasks(),
                attempt,
                work.images(),
                work.checkpoint(),
                work.mask(),
                work.settings(),
                tasks.resultKeys(job.id()),
                work.seed(),
                work.faces());
    }
}
