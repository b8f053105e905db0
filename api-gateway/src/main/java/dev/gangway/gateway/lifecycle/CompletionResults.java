package dev.gangway.gateway.lifecycle;

import dev.gangway.contracts.event.JobEvent.TaskFinished;
import dev.gangway.contracts.job.JobState;
import dev.gangway.gateway.job.Job;
import dev.gangway.gateway.job.JobNews;
import dev.gangway.gateway.job.Task;
import dev.gangway.gateway.job.TaskResult;
import dev.gangway.gateway.job.TaskState;
import dev.gangway.gateway.persistence.NewsRepository;
import dev.gangway.gateway.persistence.TaskRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/** Keeps what completion brings forth, and has it merged when all of it is there. */
@ApplicationScoped
class CompletionResults {

    private final TaskRepository tasks;
    private final NewsRepository news;
    private final ProgressNotes progress;
    private final ClaimEndings endings;

    CompletionResults(TaskRepository tasks, NewsRepository news, ProgressNotes progress, ClaimEndings endings) {
        this.tasks = tasks;
        this.news = news;
        this.progress = progress;
        this.endings = endings;
    }

    void taskFinished(Job job, Task task, TaskFinished event) {
        if (!tasks.done(task, event.images() + event.failedImages(), event.failedImages(), event.resultKey())) {
            return;
        }
        Instant at = event.origin().at();
        TaskResult result = new TaskResult(task.number(), event.images(), event.failedImages(), event.resultKey());
        news.append(job.id(), JobNews.Type.TASK_FINISHED, result, at);
        progress.noteSum(job, at);
        if (job.state() == JobState.CANCELLING) {
            endings.stopped(job, event.origin());
        } else if (tasks.tally(job.id()).done() == job.work().tasks()) {
            int merge = job.work().tasks();
            tasks.insert(job.id(), merge, merge, TaskState.DUE, at);
        }
    }
}
