package dev.gangway.gateway.rest;

import dev.gangway.contracts.job.JobId;
import dev.gangway.contracts.job.JobKind;
import dev.gangway.contracts.job.TeamId;
import dev.gangway.gateway.admission.Queue;
import dev.gangway.gateway.job.Job;
import dev.gangway.gateway.job.Page;
import dev.gangway.gateway.job.RefusedException;
import dev.gangway.gateway.job.StageResult;
import dev.gangway.gateway.job.TaskTally;
import dev.gangway.gateway.persistence.HistoryRepository;
import dev.gangway.gateway.persistence.JobRepository;
import dev.gangway.gateway.persistence.StageRepository;
import dev.gangway.gateway.persistence.TaskRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Looks jobs up and translates them for clients. */
@ApplicationScoped
class JobViews {

    private final JobRepository jobs;
    private final TaskRepository tasks;
    private final StageRepository stages;
    private final HistoryRepository history;
    private final Queue queue;

    JobViews(JobRepository jobs, TaskRepository tasks, StageRepository stages, HistoryRepository history, Queue queue) {
        this.queue = queue;
        this.jobs = jobs;
        this.tasks = tasks;
        this.stages = stages;
        this.history = history;
    }

    static String path(Job job) {
        return job.path();
    }

    /** A team's job of one kind. */
    @Transactional
    Job find(TeamId team, JobKind kind, JobId id) {
        return jobs.find(id)
                .filter(job -> job.team().equals(team) && job.work().kind() == kind)
                .orElseThrow(() -> RefusedException.notFound("unknown-job", "there is no such job: " + id));
    }

    /** Everything about a job. */
    @Transactional
    JobView whole(Job job) {
        TaskTally tally = tasks.tally(job.id());
        List<StageResult> ended = job.work().kind() == JobKind.TRAINING ? stages.of(job.id()) : null;
        return view(
                job,
                new JobView.Details(
                        job.request(),
                        tally.attempts(),
                        tally.failures(),
                        queue.waiting(job, tally).orElse(null),
                        new JobView.Tasks(tally.total(), tally.running(), tally.done()),
                        ended,
                        history.of(job.id())));
    }

    /** A page of jobs. */
    @Transactional
    Page<JobView> page(TeamId team, JobKind kind, JobListing listing) {
        return jobs.page(listing.filter(team, kind), listing.slice()).map(job -> view(job, null));
    }

    private static JobView view(Job job, JobView.Details details) {
        return new JobView(
                job.id(),
                job.work().kind(),
                job.team(),
                job.state(),
                JobView.WorkView.of(job.work(), details != null),
                job.progress(),
                job.failure(),
                job.resultKey() == null ? null : new JobView.Result(job.resultKey()),
                job.times(),
                details,
                links(job));
    }

    private static Map<String, String> links(Job job) {
        String self = path(job);
        Map<String, String> links = new LinkedHashMap<>();
        links.put("self", self);
        links.put("events", self + "/events");
        links.put("cancel", self + "/cancel");
        if (job.work().kind() == JobKind.TRAINING) {
            links.put("curves", self + "/curves");
            links.put("record", self + "/record");
            links.put("checkpoints", "/v1/checkpoints?job=" + job.id());
        } else {
            links.put("results", self + "/results");
            links.put("images", self + "/images/{index}");
            links.put("report", self + "/report");
            links.put("archive", self + "/archive");
        }
        return links;
    }
}
