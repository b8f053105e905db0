package dev.gangway.gateway.lifecycle;

import dev.gangway.contracts.event.JobEvent.CheckpointWritten;
import dev.gangway.contracts.event.JobEvent.StageFinished;
import dev.gangway.contracts.training.CheckpointReference;
import dev.gangway.gateway.job.Checkpoint;
import dev.gangway.gateway.job.Job;
import dev.gangway.gateway.job.JobNews;
import dev.gangway.gateway.job.StageResult;
import dev.gangway.gateway.job.Task;
import dev.gangway.gateway.persistence.CheckpointRepository;
import dev.gangway.gateway.persistence.NewsRepository;
import dev.gangway.gateway.persistence.StageRepository;
import dev.gangway.gateway.persistence.TaskRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/** Keeps what training brings forth. */
@ApplicationScoped
class TrainingResults {

    private final TaskRepository tasks;
    private final CheckpointRepository checkpoints;
    private final StageRepository stages;
    private final NewsRepository news;

    TrainingResults(
            TaskRepository tasks, CheckpointRepository checkpoints, StageRepository stages, NewsRepository news) {
        this.tasks = tasks;
        this.checkpoints = checkpoints;
        this.stages = stages;
        this.news = news;
    }

    /** Notes a checkpoint: the job gets on, so failures before it do not count any more. */
    void checkpointWritten(Job job, Task task, CheckpointWritten event) {
        tasks.forgetFailures(task);
        Instant at = event.origin().at();
        CheckpointReference reference =
                new CheckpointReference(job.team(), job.work().model(), event.checkpoint());
        Checkpoint checkpoint = new Checkpoint(reference, event.kind(), event.stageEnd(), at);
        checkpoints.put(checkpoint);
        news.append(job.id(), JobNews.Type.CHECKPOINT_WRITTEN, checkpoint, at);
    }

    void stageFinished(Job job, StageFinished event) {
        Instant at = event.origin().at();
        StageResult result =
                new StageResult(event.stage(), event.kind(), event.updates(), event.reason(), event.figures(), at);
        stages.put(job.id(), result);
        news.append(job.id(), JobNews.Type.STAGE_FINISHED, result, at);
    }
}
