package dev.gangway.gateway.lifecycle;

import dev.gangway.contracts.metric.Metric.TrainingCurve;
import dev.gangway.gateway.job.CurvePoint;
import dev.gangway.gateway.job.Job;
import dev.gangway.gateway.job.JobWork;
import dev.gangway.gateway.persistence.CurveRepository;
import dev.gangway.gateway.persistence.JobRepository;
import dev.gangway.ledger.broker.RefusedMessageException;
import jakarta.enterprise.context.ApplicationScoped;

/** Keeps the curves of training jobs. */
@ApplicationScoped
public class TrainingCurves {

    private final JobRepository jobs;
    private final CurveRepository curves;

    TrainingCurves(JobRepository jobs, CurveRepository curves) {
        this.jobs = jobs;
        this.curves = curves;
    }

    /**
     * Keeps a point, as part of the transaction at hand; one of a job that nobody knows is left out.
     *
     * @throws RefusedMessageException when the job is another team's, trains nothing, or has no such stage or update
     */
    public void keep(TrainingCurve point) {
        jobs.find(point.job()).ifPresent(job -> {
            if (!isOf(job, point)) {
                throw new RefusedMessageException(
                        ClaimBinding.CODE,
                        "job " + job.id() + " of team " + job.team() + " has no update " + point.step() + " of stage "
                                + point.stage() + " for team " + point.team());
            }
            curves.put(job.id(), new CurvePoint(point.stage(), point.step(), point.values(), point.at()));
        });
    }

    private static boolean isOf(Job job, TrainingCurve point) {
        return job.team().equals(point.team())
                && job.work() instanceof JobWork.Training work
                && work.hasUpdate(point.stage(), point.step());
    }
}
