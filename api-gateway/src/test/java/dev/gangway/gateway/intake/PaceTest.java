package dev.gangway.gateway.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.gateway.config.BodyConfig;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PaceTest {

    private static final Instant BEGUN = Instant.parse("2026-01-02T03:04:05Z");

    /** 20 seconds, 500 bytes in each, an hour in all. */
    private final Pace pace = new Pace(defaults(), BEGUN);

    @Test
    void aBodyThatComesOnInEveryWindowIsNotTooSlow() {
        for (int window = 1; window <= 10; window++) {
            pace.count(10_000);
            assertThat(pace.isTooSlow(BEGUN.plusSeconds(20L * window))).isFalse();
        }
    }

    @Test
    void whatCameInOneWindowDoesNotCountInTheNext() {
        pace.count(1_000_000);
        assertThat(pace.isTooSlow(BEGUN.plusSeconds(20))).isFalse();
        pace.count(9_999);
        assertThat(pace.isTooSlow(BEGUN.plusSeconds(40))).isTrue();
    }

    @Test
    void aSenderIsNotBlamedForTheTimeThatADiskTakesHoweverLongThatIs() {
        pace.count(10_000);
        pace.holdUp(BEGUN.plusSeconds(1));
        for (int window = 1; window <= 300; window++) {
            assertThat(pace.isTooSlow(BEGUN.plusSeconds(20L * window))).isFalse();
        }
        pace.goOn(BEGUN.plusSeconds(6_000));
        assertThat(pace.isTooSlow(BEGUN.plusSeconds(6_018))).isFalse();
    }

    @Test
    void aSenderWhoWasHeldUpForAMomentIsJudgedByTheRestOfTheTime() {
        pace.count(9_000);
        pace.holdUp(BEGUN.plusSeconds(1));
        pace.goOn(BEGUN.plusSeconds(2));
        assertThat(pace.isTooSlow(BEGUN.plusSeconds(20))).isFalse();
        assertThat(pace.isTooSlow(BEGUN.plusSeconds(21))).isTrue();
    }

    @Test
    void noBodyTakesLongerThanTheDeadline() {
        pace.count(1_000_000);
        assertThat(pace.isTooSlow(BEGUN.plus(Duration.ofHours(1)).plusMillis(1)))
                .isTrue();
    }

    private static BodyConfig defaults() {
        return new SmallRyeConfigBuilder()
                .withMapping(BodyConfig.class, "gangway.bodies")
                .withConverter(Duration.class, 300, new DurationConverter())
                .build()
                .getConfigMapping(BodyConfig.class, "gangway.bodies");
    }
}
