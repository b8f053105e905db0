package dev.gangway.gateway.persistence;

import dev.gangway.contracts.job.JobId;
import dev.gangway.gateway.job.Cursor;
import dev.gangway.gateway.job.CurvePoint;
import dev.gangway.gateway.job.Page;
import dev.gangway.gateway.job.Slice;
import dev.gangway.gateway.text.ReceivedValue;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Training curves. */
@ApplicationScoped
public class CurveRepository implements PanacheRepositoryBase<CurveEntity, CurveEntity.Key> {

    /** Puts a point on the curves of a job; one that nobody knows is left out. */
    public void put(JobId job, CurvePoint point) {
        getEntityManager()
                .createNativeQuery("INSERT INTO training_curve (job, stage, step, point, at)"
                        + " SELECT id, :stage, :step, cast(:point AS jsonb), :at FROM job WHERE id = :job"
                        + " ON CONFLICT (job, stage, step) DO UPDATE SET point = excluded.point, at = excluded.at")
                .setParameter("job", job.value())
                .setParameter("stage", point.stage())
                .setParameter("step", point.step())
                .setParameter("point", StoredJson.write(point.values()))
                .setParameter("at", point.at())
                .executeUpdate();
    }

    /** A job's points, in the order of training. */
    public Page<CurvePoint> page(JobId job, Slice slice) {
        Cursor after = slice.after().orElse(Cursor.of(-1, -1)).withParts(2);
        List<CurvePoint> found = find(
                        "job = :job and (stage, step) > (:stage, :step) order by stage, step",
                        Parameters.with("job", job.value())
                                .and("stage", after.part(0, ReceivedValue::integer))
                                .and("step", after.part(1, ReceivedValue::number)))
                .range(0, slice.limit())
                .stream()
                .map(CurveEntity::toPoint)
                .toList();
        return Page.of(found, slice.limit(), last -> Cursor.of(last.stage(), last.step()));
    }
}
