package dev.gangway.gan.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class ScoreDistributionsTest {

    @Test
    void allSetsAreCountedOverTheSameBins() {
        ScoreDistributions spread = ScoreDistributions.of(
                new float[] {10, 14}, new float[] {4, 6, 7}, Optional.of(new float[] {2, 2, 2, 3}));

        assertThat(spread.edges())
                .hasSize(ScoreDistributions.BINS + 1)
                .startsWith(2.0)
                .endsWith(14.0);
        assertThat(spread.real().counts().get(ScoreDistributions.BINS - 1)).isEqualTo(1);
        assertThat(spread.current().counts()).startsWith(0, 0, 0, 0, 1, 0, 0, 0, 1, 0, 1, 0);
        assertThat(spread.previous().orElseThrow().counts()).startsWith(3, 0, 1);
    }

    @Test
    void quantilesLieBetweenTheScores() {
        ScoreDistributions spread =
                ScoreDistributions.of(new float[] {4, 0, 2, 1, 3}, new float[] {1}, Optional.empty());

        assertThat(spread.real().quantiles()).containsExactly(0.2, 1.0, 2.0, 3.0, 3.8);
        assertThat(spread.current().quantiles()).containsOnly(1.0).hasSize(5);
        assertThat(spread.previous()).isEmpty();
    }

    @Test
    void scoresThatAreAllEqualShareABin() {
        ScoreDistributions spread = ScoreDistributions.of(new float[] {5, 5}, new float[] {5}, Optional.empty());

        assertThat(spread.real().counts()).startsWith(2);
        assertThat(spread.real().quantiles()).containsOnly(5.0);
    }
}
