package dev.gangway.trainer.stage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TellingPaceTest {

    private final TellingPace pace = new TellingPace(Duration.ofSeconds(1));

    @Test
    void reportsThatComeFasterThanTheIntervalAreLeftOut() {
        int told = 0;
        for (int millisecond = 0; millisecond < 5_000; millisecond += 10) {
            told += pace.tells(Instant.ofEpochMilli(millisecond), false) ? 1 : 0;
        }
        assertThat(told).isEqualTo(5);
    }

    @Test
    void theEndOfAStageIsToldHoweverSoonItComes() {
        assertThat(pace.tells(Instant.ofEpochMilli(0), false)).isTrue();
        assertThat(pace.tells(Instant.ofEpochMilli(1), true)).isTrue();
        assertThat(pace.tells(Instant.ofEpochMilli(2), false)).isFalse();
    }
}
