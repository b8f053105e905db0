package dev.gangway.gateway.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class TimeLeftTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    @Test
    void whatIsLeftTakesAsLongAsWhatIsDoneTook() {
        assertThat(TimeLeft.seconds(MINUTE, 0.25)).contains(180.0);
        assertThat(TimeLeft.seconds(MINUTE, 1)).contains(0.0);
    }

    @Test
    void nothingIsKnownBeforeAnythingIsDone() {
        assertThat(TimeLeft.seconds(MINUTE, 0)).isEmpty();
    }

    @Test
    void aClockThatWentBackGivesNoNegativeTime() {
        assertThat(TimeLeft.seconds(MINUTE.negated(), 0.5)).contains(0.0);
        assertThat(TimeLeft.seconds(MINUTE, 1.01)).contains(0.0);
    }
}
