package dev.gangway.completion.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LeastRecentlyUsedTest {

    @Test
    void whatWasNotAskedForTheLongestLeaves() {
        List<String> left = new ArrayList<>();
        Map<Integer, String> kept = new LeastRecentlyUsed<>(2, left::add);
        kept.put(1, "one");
        kept.put(2, "two");
        assertThat(kept.get(1)).isEqualTo("one");

        kept.put(3, "three");

        assertThat(left).containsExactly("two");
        assertThat(kept).containsOnlyKeys(1, 3);
    }
}
