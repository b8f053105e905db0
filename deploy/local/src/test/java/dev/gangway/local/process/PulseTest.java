package dev.gangway.local.process;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PulseTest {

    private final Pulse pulse = new Pulse();
    private int asked;

    @Test
    void whatHasLivedAndDoesNotForAMinuteIsGone() {
        assertThat(goneWithin(5, true)).isFalse();
        assertThat(goneWithin(55, false)).isFalse();
        assertThat(goneWithin(1, true)).isFalse();
        assertThat(goneWithin(59, false)).isFalse();
        assertThat(goneWithin(5, false)).isTrue();
    }

    @Test
    void whatStillStartsIsWaitedFor() {
        assertThat(goneWithin(1_000, false)).isFalse();
        assertThat(asked).as("once in five seconds").isEqualTo(200);
    }

    private boolean goneWithin(int looks, boolean lives) {
        boolean gone = false;
        for (int look = 0; look < looks; look++) {
            gone |= pulse.isGone(() -> {
                asked++;
                return lives;
            });
        }
        return gone;
    }
}
