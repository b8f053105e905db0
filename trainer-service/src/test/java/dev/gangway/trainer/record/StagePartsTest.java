package dev.gangway.trainer.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StagePartsTest {

    @Test
    void aLongStageHasAsManyPartsAsWanted() {
        StageParts parts = new StageParts(4);
        parts.startAt(0);
        assertThat(IntStream.rangeClosed(1, 1000).filter(step -> parts.finishedBy(step, 1000)))
                .containsExactly(250, 500, 750, 1000);
    }

    @Test
    void aShortStageHasOneForEachStep() {
        StageParts parts = new StageParts(12);
        parts.startAt(0);
        assertThat(IntStream.rangeClosed(1, 3).filter(step -> parts.finishedBy(step, 3)))
                .containsExactly(1, 2, 3);
    }

    @Test
    void aStageThatGoesOnDoesNotRepeatAPart() {
        StageParts parts = new StageParts(4);
        parts.startAt(260);
        assertThat(IntStream.rangeClosed(261, 1000).filter(step -> parts.finishedBy(step, 1000)))
                .containsExactly(500, 750, 1000);
    }
}
