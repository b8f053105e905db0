package dev.gangway.completion.task;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.contracts.event.Progress;
import dev.gangway.contracts.event.Progress.Completion;
import dev.gangway.contracts.recipe.CompletionSettings;
import dev.gangway.ledger.worker.ClaimLostException;
import dev.gangway.testing.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

class TaskProgressTest {

    private static final CompletionSettings TEN_STEPS =
            new CompletionSettings(0.1, 10, 0.05, CompletionSettings.Start.PRIOR);

    private final SettableClock clock = new SettableClock(Instant.parse("2026-01-02T03:04:05Z"));
    private final List<Progress> told = new ArrayList<>();
    private final TaskProgress progress = new TaskProgress(told::add, clock, 40, TEN_STEPS);

    @Test
    void theSearchIsToldAsItGoesOn() {
        BooleanSupplier stop = progress.searching(32, () -> false);
        for (int step = 0; step <= 5; step++) {
            clock.advance(Duration.ofMillis(500));
            assertThat(stop.getAsBoolean()).isFalse();
        }
        assertThat(told)
                .containsExactly(
                        new Completion(0, 40, null, 3.2, null),
                        new Completion(0, 40, null, 9.6, null),
                        new Completion(0, 40, null, 16.0, null));
    }

    @Test
    void everyImageIsToldAsItIsDoneAndNoMoreThanOnceASecond() {
        BooleanSupplier stop = progress.searching(32, () -> false);
        for (int step = 0; step <= 10; step++) {
            assertThat(stop.getAsBoolean()).isFalse();
        }
        progress.done(1, 0);
        clock.advance(Duration.ofSeconds(1));
        progress.done(2, 1);
        progress.done(3, 1);
        clock.advance(Duration.ofSeconds(1));
        progress.done(4, 1);
        assertThat(told).containsExactly(new Completion(2, 40, 1, 30.0, null), new Completion(4, 40, 1, 28.0, null));
    }

    @Test
    void theEndOfABatchIsToldAtOnceAndOnce() {
        progress.searching(32, () -> false);
        progress.done(32, 0);
        progress.batchDone();
        progress.batchDone();
        assertThat(told).containsExactly(new Completion(32, 40));
    }

    @Test
    void aClaimThatIsLostWhileItIsToldStopsTheSearch() {
        TaskProgress lost = new TaskProgress(
                news -> {
                    throw new ClaimLostException("another has it");
                },
                clock,
                40,
                TEN_STEPS);
        BooleanSupplier stop = lost.searching(32, () -> false);
        assertThat(stop.getAsBoolean()).isFalse();
        clock.advance(Duration.ofSeconds(1));
        assertThat(stop.getAsBoolean()).isTrue();
    }
}
