package dev.gangway.gateway.submission;

import dev.gangway.contracts.job.JobId;
import dev.gangway.gateway.config.GatewayConfig;
import dev.gangway.gateway.job.RefusedException;
import dev.gangway.gateway.persistence.IdempotencyKeyRepository;
import dev.gangway.gateway.persistence.IdempotencyKeyRepository.Noted;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Recognises requests that are sent again. */
@ApplicationScoped
class Repetitions {

    private final IdempotencyKeyRepository keys;
    private final InstantSource clock;
    private final Duration keep;

    Repetitions(IdempotencyKeyRepository keys, InstantSource clock, GatewayConfig config) {
        this.keys = keys;
        this.clock = clock;
        this.keep = config.idempotency().keep();
    }

    /**
     * Takes the submission's key for it, as part of the transaction at hand; without a key nothing is recognised.
     *
     * @return the job that the same request became when it was sent before
     */
    Optional<JobId> take(Submission submission) {
        return submission.key().flatMap(key -> {
            Instant now = clock.instant();
            keys.delete(submission.team(), key, now.minus(keep));
            return keys.take(
                            submission.team(),
                            key,
                            new Noted(submission.request().digest(), submission.job()),
                            now)
                    .map(before -> same(before, submission, key).job());
        });
    }

    /** The job that the same request became when it was sent before, as part of the transaction at hand; takes nothing. */
    Optional<JobId> find(Submission submission) {
        return submission.key().flatMap(key -> keys.find(
                        submission.team(), key, clock.instant().minus(keep))
                .map(before -> same(before, submission, key).job()));
    }

    private static Noted same(Noted before, Submission submission, String key) {
        if (!before.digest().equals(submission.request().digest())) {
            throw RefusedException.unprocessable(
                    "idempotency-key-reused", "another request was submitted under the key " + key, List.of());
        }
        return before;
    }
}
