package dev.gangway.artifacts.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SealedJsonTest {

    private static final Listing LISTING = new Listing("five", List.of(1, 2, 3), Map.of("gap", 0.5));

    record Listing(String name, List<Integer> sizes, Map<String, Double> figures) {}

    @Test
    void whatWasSealedIsRead() throws IOException {
        assertThat(SealedJson.read(SealedJson.write(LISTING), Listing.class)).isEqualTo(LISTING);
    }

    @Test
    void noBitCanBeFlippedUnseen() {
        byte[] sealed = SealedJson.write(LISTING);

        for (int bit = 0; bit < sealed.length * Byte.SIZE; bit++) {
            byte[] damaged = sealed.clone();
            damaged[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
            assertThatThrownBy(() -> SealedJson.read(damaged, Listing.class))
                    .as("bit %d", bit)
                    .isInstanceOf(IOException.class);
        }
    }

    @Test
    void whatIsFromBeforeThereWereSealsIsStillRead() throws IOException {
        assertThat(SealedJson.read(JsonObjects.write(LISTING), Listing.class)).isEqualTo(LISTING);
    }
}
