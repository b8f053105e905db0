package dev.gangway.completion.judgement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.contracts.metric.Metric.Fidelity;
import dev.gangway.evaluation.ImageFigures;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class SetFidelityTest {

    @Test
    void anImageThatDiffersInNothingIsCountedAndLeftOutOfTheMean() {
        Fidelity equal = SetFidelity.of(new ImageFigures(
                Double.POSITIVE_INFINITY, OptionalDouble.of(1), Double.POSITIVE_INFINITY, OptionalDouble.of(1)));
        Fidelity other = SetFidelity.of(new ImageFigures(30, OptionalDouble.of(0.8), 20, OptionalDouble.of(0.5)));

        SetFidelity set = SetFidelity.of(List.of(equal, other, other));

        assertThat(equal.psnr()).isNull();
        assertThat(set.psnr().infinite()).isEqualTo(1);
        assertThat(set.means()).isEqualTo(new Fidelity(30.0, (1 + 0.8 + 0.8) / 3, 20.0, (1 + 0.5 + 0.5) / 3));
        assertThat(set.psnrHole().quartiles()).containsExactly(20.0, 20.0, 20.0, 20.0, 20.0);
    }

    @Test
    void aFigureThatNoImageHasIsNull() {
        Fidelity atTheBorder = SetFidelity.of(new ImageFigures(30, OptionalDouble.of(0.8), 20, OptionalDouble.empty()));

        SetFidelity set = SetFidelity.of(List.of(atTheBorder));

        assertThat(set.means().ssimHole()).isNull();
        assertThat(set.ssimHole().quartiles()).isEmpty();
        assertThat(set.psnr().deviation()).isNull();
    }
}
