package dev.gangway.gateway.lifecycle;

import dev.gangway.contracts.event.JobEvent.Progressed;
import dev.gangway.contracts.event.Progress;
import dev.gangway.gateway.job.Job;
import dev.gangway.gateway.job.JobNews;
import dev.gangway.gateway.job.JobWork;
import dev.gangway.gateway.job.Task;
import dev.gangway.gateway.job.TaskTally;
import dev.gangway.gateway.persistence.JobRepository;
import dev.gangway.gateway.persistence.NewsRepository;
import dev.gangway.gateway.persistence.TaskRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;

/** Keeps how far jobs have come. */
@ApplicationScoped
class ProgressNotes {

    private final JobRepository jobs;
    private final TaskRepository tasks;
    private final NewsRepository news;
    private final InstantSource clock;

    ProgressNotes(JobRepository jobs, TaskRepository tasks, NewsRepository news, InstantSource clock) {
        this.jobs = jobs;
        this.tasks = tasks;
        this.news = news;
        this.clock = clock;
    }

    /** Notes how far a task has come. */
    void note(Job job, Task task, Progressed event) {
        if (event.progress() instanceof Progress.Completion completion) {
            tasks.progressed(
                    task,
                    completion.images(),
                    Objects.requireNonNullElse(completion.failed(), 0),
                    Objects.requireNonNullElse(completion.underWay(), 0.0));
            noteSum(job, event.origin().at());
        } else {
            note(job, event.progress(), event.origin().at());
        }
    }

    /** Notes how far a completion job's tasks have come together. */
    void noteSum(Job job, Instant at) {
        if (job.work() instanceof JobWork.Completing work) {
            TaskTally tally = tasks.tally(job.id());
            Progress sum = new Progress.Completion(
                    Math.toIntExact(tally.images()),
                    work.count(),
                    Math.toIntExact(tally.failedImages()),
                    null,
                    secondsLeft(job, (tally.images() + tally.underWay()) / work.count()));
            note(job, sum, at);
        }
    }

    /** Null before anything is done. */
    private Double secondsLeft(Job job, double share) {
        return Optional.ofNullable(job.times().startedAt())
                .flatMap(started -> TimeLeft.seconds(Duration.between(started, clock.instant()), share))
                .orElse(null);
    }

    /** The row has this clock's time, as when its state changes: workers' clocks may be ahead or behind. */
    private void note(Job job, Progress progress, Instant at) {
        jobs.progress(job.id(), progress, clock.instant());
        news.append(job.id(), JobNews.Type.PROGRESSED, progress, at);
    }
}
