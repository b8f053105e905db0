package dev.gangway.gateway.lifecycle;

import dev.gangway.contracts.event.JobEvent;
import dev.gangway.contracts.event.JobEvent.CheckpointWritten;
import dev.gangway.contracts.event.JobEvent.Failed;
import dev.gangway.contracts.event.JobEvent.Progressed;
import dev.gangway.contracts.event.JobEvent.Released;
import dev.gangway.contracts.event.JobEvent.StageFinished;
import dev.gangway.contracts.event.JobEvent.Succeeded;
import dev.gangway.contracts.event.JobEvent.TaskFinished;
import dev.gangway.gateway.job.Job;
import dev.gangway.gateway.job.Task;
import jakarta.enterprise.context.ApplicationScoped;

/** Hands each event of a task's present claim to what it concerns. */
@ApplicationScoped
class TaskEvents {

    private final ProgressNotes progress;
    private final TrainingResults training;
    private final CompletionResults completion;
    private final ClaimEndings endings;

    TaskEvents(ProgressNotes progress, TrainingResults training, CompletionResults completion, ClaimEndings endings) {
        this.progress = progress;
        this.training = training;
        this.completion = completion;
        this.endings = endings;
    }

    /** Applies an event to a locked job; that a task was started is noted by whoever noticed its new token. */
    void apply(Job job, Task task, JobEvent event) {
        if (event instanceof Progressed progressed) {
            progress.note(job, task, progressed);
        } else if (event instanceof CheckpointWritten written) {
            training.checkpointWritten(job, task, written);
        } else if (event instanceof StageFinished finished) {
            training.stageFinished(job, finished);
        } else if (event instanceof TaskFinished finished) {
            completion.taskFinished(job, task, finished);
        } else if (event instanceof Succeeded succeeded) {
            endings.succeeded(job, task, succeeded);
        } else if (event instanceof Failed failed) {
            endings.failed(job, task, failed);
        } else if (event instanceof Released released) {
            endings.released(job, task, released);
        }
    }
}
