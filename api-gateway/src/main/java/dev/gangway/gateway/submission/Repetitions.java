package dev.gangway.gateway.submission;

import dev.gangway.contracts.job.JobId;
import dev.gangway.contracts.job.TeamId;
import dev.gangway.gateway.config.GatewayConfig;
import dev.gangway.gateway.job.RefusedException;
import dev.gangway.gateway.persistence.IdempotencyKeyRepository;
import dev.gangway.gateway.persistence.IdempotencyKeyRepository.Submission;
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
     * Takes {@code key} for a request that becomes {@code job}, as part of the transaction at hand.
     *
     * @return the job that the same request became when it was sent before
     */
    Optional<JobId> take(TeamId team, String key, CanonicalRequest request, JobId job) {
        Instant now = clock.instant();
        keys.delete(team, key, now.minus(keep));
        return keys.take(team, key, new Submission(request.digest(), job), now)
                .map(before -> same(before, request, key).job());
    }

    private static Submission same(Submission before, CanonicalRequest request, String key) {
        if (!before.digest().equals(request.digest())) {
            throw RefusedException.unprocessable(
                    "idempotency-key-reused", "another request was submitted under the key " + key, List.of());
        }
        return before;
    }
}
