package dev.gangway.gateway.persistence;

import dev.gangway.contracts.job.JobId;
import dev.gangway.gateway.job.Move;
import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** How jobs came to where they are. */
@ApplicationScoped
public class HistoryRepository implements PanacheRepository<HistoryEntity> {

    /** Adds a move. */
    public void append(JobId job, Move move) {
        persist(HistoryEntity.of(job, move));
    }

    /** A job's moves, oldest first. */
    public List<Move> of(JobId job) {
        return list("job = ?1 order by id", job.value()).stream()
                .map(HistoryEntity::toMove)
                .toList();
    }
}
