package dev.gangway.completion.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** Chooses the images that a person looks at: the worst, the best, and some from all over the range; none twice. */
public final class Selection {

    private Selection() {}

    /**
     * Groups of at most {@code count} items by their titles, empty groups left out.
     *
     * @param quality the higher the better
     */
    public static <T> Map<String, List<T>> of(List<T> items, ToDoubleFunction<T> quality, int count) {
        List<T> left = new ArrayList<>(items);
        left.sort(Comparator.comparingDouble(quality));
        int ends = Math.min(count, (left.size() + 2) / 3);
        Map<String, List<T>> groups = new LinkedHashMap<>();
        groups.put("Worst", List.copyOf(left.subList(0, ends)));
        int best = Math.min(ends, left.size() - ends);
        List<T> last = new ArrayList<>(left.subList(left.size() - best, left.size()));
        Collections.reverse(last);
        groups.put("Best", List.copyOf(last));
        groups.put("From worst to best in between", spread(left.subList(ends, left.size() - best), count));
        groups.values().removeIf(List::isEmpty);
        return groups;
    }

    private static <T> List<T> spread(List<T> items, int count) {
        if (items.size() <= count) {
            return List.copyOf(items);
        }
        List<T> chosen = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            chosen.add(items.get((int) ((2L * i + 1) * items.size() / (2L * count))));
        }
        return chosen;
    }
}
