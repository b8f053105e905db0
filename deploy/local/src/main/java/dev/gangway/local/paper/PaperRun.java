package dev.gangway.local.paper;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.gangway.local.client.GangwayClient;
import dev.gangway.local.client.RefusedException;
import dev.gangway.local.paper.plan.Plan;
import dev.gangway.local.paper.plan.PlannedJob;
import dev.gangway.local.paper.report.PaperReport;
import dev.gangway.local.paper.run.JobRecord;
import dev.gangway.local.paper.run.JobRunner;
import dev.gangway.local.paper.run.ProgressLine;
import dev.gangway.local.paper.run.RunState;
import dev.gangway.local.terminal.StatusLine;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** Does a plan's jobs as far as they are not done, and writes the tables. */
public final class PaperRun {

    private final GangwayClient gateway;
    private final RunFolder folder;
    private final StatusLine line;
    private final Duration betweenLooks;

    /** A run that keeps everything in {@code folder} and shows itself on {@code line}. */
    public PaperRun(GangwayClient gateway, RunFolder folder, StatusLine line) {
        this(gateway, folder, line, Duration.ofSeconds(1));
    }

    PaperRun(GangwayClient gateway, RunFolder folder, StatusLine line, Duration betweenLooks) {
        this.gateway = gateway;
        this.folder = folder;
        this.line = line;
        this.betweenLooks = betweenLooks;
    }

    /** Forgets what was done before, and cancels what still runs of it. */
    public void forget() throws IOException {
        for (String job : folder.state().open()) {
            try {
                gateway.post(job + "/cancel", JsonNodeFactory.instance.objectNode());
            } catch (RefusedException e) {
                line.print("not cancelled: " + e.getMessage());
            }
        }
        folder.forget();
    }

    /**
     * Does it all.
     *
     * @return whether every job succeeded
     */
    public boolean run(Plan plan) throws IOException {
        RunState state = folder.state();
        JobRunner runner = new JobRunner(gateway, state, "paper-" + plan.scale().name(), betweenLooks);
        List<PlannedJob> jobs = plan.jobs();
        line.print(String.format(
                Locale.ROOT,
                "%d jobs, %d of them done before; results in %s",
                jobs.size(),
                succeeded(jobs, state),
                folder.path()));
        runner.run(jobs, new ProgressLine(line, state, plan)::show);
        Path page = new PaperReport(folder.path()).write(plan, runner.findings(plan));
        boolean all = succeeded(jobs, state) == jobs.size();
        if (!all) {
            tellWhatIsMissing(jobs, state);
        }
        line.print("figures  " + page.resolveSibling("results.json"));
        line.print("tables   " + page.resolveSibling("tables.md"));
        line.print("page     " + page);
        return all;
    }

    private void tellWhatIsMissing(List<PlannedJob> jobs, RunState state) {
        line.print(String.format(
                Locale.ROOT,
                "%d of %d jobs did not succeed; call the command again to try them again:",
                jobs.size() - succeeded(jobs, state),
                jobs.size()));
        for (PlannedJob job : jobs) {
            if (!state.is(job, JobRecord.Standing.SUCCEEDED)) {
                line.print("  " + job.title() + ": "
                        + state.of(job).map(JobRecord::failure).orElse("what it needs is missing"));
            }
        }
    }

    private static long succeeded(List<PlannedJob> jobs, RunState state) {
        return jobs.stream()
                .filter(job -> state.is(job, JobRecord.Standing.SUCCEEDED))
                .count();
    }
}
