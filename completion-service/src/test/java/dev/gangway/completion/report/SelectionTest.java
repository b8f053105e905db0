package dev.gangway.completion.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SelectionTest {

    @Test
    void theWorstComeWorstFirstAndTheBestBestFirst() {
        Map<String, List<Integer>> groups = Selection.of(numbers(100), value -> value, 3);
        assertThat(groups.get("Worst")).containsExactly(0, 1, 2);
        assertThat(groups.get("Best")).containsExactly(99, 98, 97);
        assertThat(groups.get("From worst to best in between")).containsExactly(18, 50, 81);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 36, 37})
    void noImageIsShownTwiceAndOfFewAllAreShown(int count) {
        List<Integer> shown = Selection.of(numbers(count), value -> value, 12).values().stream()
                .flatMap(Collection::stream)
                .toList();
        assertThat(shown).doesNotHaveDuplicates().hasSize(Math.min(count, 36));
    }

    private static List<Integer> numbers(int count) {
        return IntStream.range(0, count).boxed().toList();
    }
}
