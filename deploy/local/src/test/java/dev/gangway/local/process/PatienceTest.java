package dev.gangway.local.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PatienceTest {

    private final List<String> said = new ArrayList<>();
    private long now = Long.MAX_VALUE - Duration.ofSeconds(5).toNanos();

    private final Patience patience = new Patience(Duration.ofSeconds(30), said::add, () -> now);

    @Test
    void whatTakesLongerIsLookedAtLessOftenButOnceInASecond() {
        assertThat(Stream.generate(patience::nextPause).limit(5))
                .extracting(Duration::toMillis)
                .containsExactly(250L, 500L, 1000L, 1000L, 1000L);
    }

    @Test
    void whatItWaitsForIsSaidOnceInTenSecondsHoweverOftenItIsLooked() {
        for (int second = 1; second <= 30; second++) {
            pass(Duration.ofSeconds(1));
            patience.tell("the trainer waits for its database");
        }

        assertThat(said)
                .containsExactly(
                        "the trainer waits for its database (for 10 s)",
                        "the trainer waits for its database (for 20 s)",
                        "the trainer waits for its database (for 30 s)");
    }

    @Test
    void itIsOverAfterItsTimeAndNotBefore() {
        pass(Duration.ofSeconds(30));
        assertThat(patience.isOver()).isFalse();

        pass(Duration.ofNanos(1));
        assertThat(patience.isOver()).isTrue();
    }

    private void pass(Duration time) {
        now += time.toNanos();
    }
}
