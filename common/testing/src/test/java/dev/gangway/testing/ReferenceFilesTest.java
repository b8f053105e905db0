package dev.gangway.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;

class ReferenceFilesTest {

    private final ReferenceFiles reference = ReferenceFiles.read();

    @Test
    void arraysOfEveryTypeAreRead() {
        assertThat(reference.array("step.x").shape()).containsExactly(4, 3, 16, 16);
        assertThat(reference.array("auc.same").values()).containsOnly(0, 1);
        assertThat(Arrays.stream(reference.array("metrics.truth_u8_nhwc").values()))
                .allMatch(value -> value >= 0 && value <= 255);
        assertThat(reference.array("fid.full_rank.a").rows()).hasDimensions(400, 24);
    }

    @Test
    void scalarsAreRead() {
        assertThat(reference.scalar("epsilon")).isPositive();
    }

    @Test
    void aMissingNameFails() {
        assertThatThrownBy(() -> reference.array("no.such"))
                .isInstanceOf(NoSuchElementException.class)
                .hasMessageContaining("no.such");
    }
}
