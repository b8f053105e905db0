package dev.gangway.artifacts.completion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class FeatureRowsTest {

    @Test
    void rowsComeBackAsTheyWere() {
        List<float[]> rows = List.of(new float[] {1, -2.5f, Float.MIN_VALUE}, new float[] {0, 3, Float.MAX_VALUE});

        assertThat(FeatureRows.decode(FeatureRows.encode(rows))).containsExactlyElementsOf(rows);
        assertThat(FeatureRows.decode(FeatureRows.encode(List.of()))).isEmpty();
    }

    @Test
    void rowsOfDifferentLengthAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> FeatureRows.encode(List.of(new float[2], new float[3])));
    }

    @Test
    void whatIsCutOffIsRefused() {
        byte[] whole = FeatureRows.encode(List.of(new float[4], new float[4]));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> FeatureRows.decode(Arrays.copyOf(whole, whole.length - 1)));
        assertThatIllegalArgumentException().isThrownBy(() -> FeatureRows.decode(new byte[3]));
    }

    @Test
    void aHeaderThatClaimsMoreThanThereIsCostsNothing() {
        byte[] lie = FeatureRows.encode(List.of(new float[4]));
        Arrays.fill(lie, 0, 4, (byte) 0x7f);

        assertThatIllegalArgumentException().isThrownBy(() -> FeatureRows.decode(lie));
    }
}
