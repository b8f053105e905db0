package dev.gangway.trainer.record;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TimeShareTest {

    @Test
    void whatHasNotBeenDoneYetIsAffordable() {
        assertThat(new TimeShare(0.001).affordable()).isTrue();
    }

    @Test
    void whatTookAllTheTimeIsNot() {
        TimeShare share = new TimeShare(0.001);
        share.spend(() -> assertThat(share.affordable()).isTrue());
        assertThat(share.affordable()).isFalse();
        assertThat(new TimeShare(1).affordable()).isTrue();
    }
}
