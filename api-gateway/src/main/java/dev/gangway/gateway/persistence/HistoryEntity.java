package dev.gangway.gateway.persistence;

import dev.gangway.contracts.job.JobId;
import dev.gangway.contracts.job.JobState;
import dev.gangway.gateway.job.Move;
import dev.gangway.gateway.job.MoveCause;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A row of {@code job_history}. */
@Entity
@Table(name = "job_history")
class HistoryEntity {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    UUID job;

    @Enumerated(EnumType.STRING)
    @Column(name = "from_state", columnDefinition = "text")
    JobState fromState;

    @Enumerated(EnumType.STRING)
    @Column(name = "to_state", columnDefinition = "text")
    JobState toState;

    @Enumerated(EnumType.STRING)
    @Column(columnDefinition = "text")
    MoveCause cause;

    String actor;
    Instant at;

    static HistoryEntity of(JobId job, Move move) {
        HistoryEntity row = new HistoryEntity();
        row.job = job.value();
        row.fromState = move.from();
        row.toState = move.to();
        row.cause = move.cause();
        row.actor = move.actor();
        row.at = move.at();
        return row;
    }

    Move toMove() {
        return new Move(fromState, toState, cause, actor, at);
    }
}
