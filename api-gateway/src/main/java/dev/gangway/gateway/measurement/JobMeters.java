package dev.gangway.gateway.measurement;

import dev.gangway.contracts.event.JobFailure;
import dev.gangway.contracts.job.JobState;
import dev.gangway.gateway.job.Job;
import dev.gangway.gateway.job.JobMoved;
import dev.gangway.gateway.job.Move;
import dev.gangway.gateway.persistence.JobRepository;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** Counts how jobs end, and how long they waited and ran, as soon as the moves are committed. */
@ApplicationScoped
class JobMeters {

    private final MeterRegistry meters;
    private final JobRepository jobs;
    private final TransactionSynchronizationRegistry transactions;

    JobMeters(MeterRegistry meters, JobRepository jobs, TransactionSynchronizationRegistry transactions) {
        this.meters = meters;
        this.jobs = jobs;
        this.transactions = transactions;
    }

    void count(@Observes JobMoved moved) {
        Job job = moved.job();
        Move move = moved.move();
        Tags kind = Tags.of("kind", label(job.work().kind()));
        if (move.to() == JobState.RUNNING && job.times().startedAt() == null) {
            onCommit(() -> time("gangway.jobs.wait", kind, job.times().createdAt(), move.at()));
        } else if (move.to().isFinal()) {
            Tags end = kind.and("state", label(move.to())).and("code", code(job, move.to()));
            onCommit(() -> ended(job, move, end));
        }
    }

    private void ended(Job job, Move move, Tags end) {
        meters.counter("gangway.jobs.ended", end).increment();
        if (job.times().startedAt() != null) {
            time("gangway.jobs.run", end, job.times().startedAt(), move.at());
        }
    }

    private void time(String name, Tags tags, Instant from, Instant to) {
        meters.timer(name, tags).record(Duration.between(from, to));
    }

    /** Noted on the row just before the job moves. */
    private String code(Job job, JobState to) {
        return to == JobState.FAILED
                ? jobs.find(job.id()).map(Job::failure).map(JobFailure::code).orElse("")
                : "";
    }

    private void onCommit(Runnable counting) {
        transactions.registerInterposedSynchronization(new Synchronization() {
            @Override
            public void beforeCompletion() {
                // Nothing is counted before it is certain.
            }

            @Override
            public void afterCompletion(int status) {
                if (status == Status.STATUS_COMMITTED) {
                    counting.run();
                }
            }
        });
    }

    private static String label(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
