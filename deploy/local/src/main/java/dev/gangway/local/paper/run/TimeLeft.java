package dev.gangway.local.paper.run;

import dev.gangway.local.paper.plan.PlannedJob;
import java.util.List;

/** Estimates how long a run still takes: the plan's own estimate, corrected by what was seen since the command began. */
final class TimeLeft {

    private final List<PlannedJob> jobs;
    private final RunState state;
    private final long begin = System.nanoTime();
    private final double doneBefore;

    TimeLeft(List<PlannedJob> jobs, RunState state) {
        this.jobs = jobs;
        this.state = state;
        this.doneBefore = done();
    }

    /** In seconds. */
    double seconds() {
        double planned = jobs.stream().mapToDouble(PlannedJob::seconds).sum();
        double done = done();
        double seen = done - doneBefore;
        double elapsed = (System.nanoTime() - begin) / 1e9;
        double slowness = seen > 0 ? elapsed / seen : 1;
        return Math.max(0, (planned - done) * slowness);
    }

    private double done() {
        return jobs.stream()
                .filter(job -> state.is(job, JobRecord.Standing.SUCCEEDED))
                .mapToDouble(PlannedJob::seconds)
                .sum();
    }
}
