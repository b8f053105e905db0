package dev.gangway.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class StrayRecordsTest {

    private static final List<String> TYPES = List.of("dev.gangway.job-started.v1", "dev.gangway.job-command.v1");

    @Test
    void theSameSeedDrawsTheSameRecords() {
        assertThat(shown(7)).isEqualTo(shown(7)).isNotEqualTo(shown(8));
    }

    @Test
    void fiveHundredAreOfEveryKind() {
        List<StrayRecords.Stray> strays = new StrayRecords(1, TYPES).next(500);
        assertThat(strays)
                .allSatisfy(stray -> assertThat(stray.headers().get(0).name()).isEqualTo(StrayRecords.MARK))
                .anySatisfy(stray -> assertThat(stray.headers()).hasSizeGreaterThan(100))
                .anySatisfy(stray -> assertThat(stray.headers()).anyMatch(header -> header.value() == null))
                .anySatisfy(stray -> assertThat(stray.body()).isNull())
                .anySatisfy(stray -> assertThat(stray.body()).isEmpty())
                .anySatisfy(stray -> assertThat(stray.body()).startsWith('[', '[', '['))
                .anySatisfy(stray -> assertThat(stray.body()).hasSizeGreaterThan(1_000_000));
    }

    private static String shown(long seed) {
        return new StrayRecords(seed, TYPES)
                .next(50).stream()
                        .map(stray -> stray.body() == null
                                ? "null"
                                : new String(stray.body(), java.nio.charset.StandardCharsets.ISO_8859_1))
                        .collect(Collectors.joining());
    }
}
