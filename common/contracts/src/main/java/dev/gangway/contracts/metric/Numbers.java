package dev.gangway.contracts.metric;

import java.util.LinkedHashMap;
import java.util.Map;

/** What is no finite number is no measurement: JSON cannot say it, nobody can draw it, and it is left out of whatever is told. */
public final class Numbers {

    private Numbers() {}

    /** {@code value}, or null unless it is a finite number. */
    public static Double finiteOrNull(Double value) {
        return value != null && Double.isFinite(value) ? value : null;
    }

    /** The finite ones of {@code values}, in their order; null for null. Those that are null stay, to be refused. */
    public static Map<String, Double> finite(Map<String, Double> values) {
        if (values == null) {
            return null;
        }
        Map<String, Double> finite = new LinkedHashMap<>(values);
        finite.values().removeIf(value -> value != null && !Double.isFinite(value));
        return finite;
    }
}
