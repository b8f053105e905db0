package dev.gangway.gateway.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.contracts.job.JobId;
import dev.gangway.gateway.config.GatewayConfig;
import dev.gangway.testing.SettableClock;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackoffTest {

    private static final JobId JOB = JobId.of("0b8f6f0e-3d43-4b58-9d2f-6c2f5d3a1c11");
    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

    private final Backoff backoff = new Backoff(defaults(), new SettableClock(NOW));

    @ParameterizedTest
    @CsvSource({"1, 2", "2, 4", "3, 8", "5, 32", "6, 60", "40, 60", "100, 60"})
    void theDelayDoublesUpToAMinuteAndVariesByHalf(int failures, int seconds) {
        Duration full = Duration.ofSeconds(seconds);
        assertThat(backoff.delay(JOB, 0, failures)).isBetween(full.dividedBy(2), full);
    }

    @Test
    void tasksThatFailedTogetherDoNotComeBackTogether() {
        assertThat(backoff.delay(JOB, 0, 5)).isNotEqualTo(backoff.delay(JOB, 1, 5));
    }

    @Test
    void theSameFailureHasTheSameDelay() {
        assertThat(backoff.until(JOB, 3, 2)).isEqualTo(NOW.plus(backoff.delay(JOB, 3, 2)));
        assertThat(backoff.delay(JOB, 3, 2)).isEqualTo(backoff.delay(JOB, 3, 2));
    }

    @Test
    void whatIsAskedForCountsWhenItIsLongerUpToTheLongest() {
        Doubling delays = new Doubling(Duration.ofSeconds(2), Duration.ofSeconds(60));
        Duration own = delays.delay(3, 1);
        assertThat(delays.delay(3, 1, Duration.ofMillis(1))).isEqualTo(own);
        assertThat(delays.delay(3, 1, Duration.ofSeconds(20))).isEqualTo(Duration.ofSeconds(20));
        assertThat(delays.delay(3, 1, Duration.ofDays(1))).isEqualTo(Duration.ofSeconds(60));
    }

    @Test
    void fiveFailuresAreEnough() {
        assertThat(backoff.isExhausted(4)).isFalse();
        assertThat(backoff.isExhausted(5)).isTrue();
    }

    private static GatewayConfig defaults() {
        return new SmallRyeConfigBuilder()
                .withMapping(GatewayConfig.class)
                .withConverter(Duration.class, 300, new DurationConverter())
                .withDefaultValues(Map.of(
                        "gangway.store.endpoint", "http://127.0.0.1:1",
                        "gangway.store.access-key", "key",
                        "gangway.store.secret-key", "secret",
                        "gangway.store.bucket", "bucket",
                        "gangway.webhooks.key", "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY="))
                .build()
                .getConfigMapping(GatewayConfig.class);
    }
}
