package dev.gangway.gateway.persistence;

import java.util.HashMap;
import java.util.Map;
import java.util.StringJoiner;

/** Conditions of a query, with their parameters. */
final class Conditions {

    private final StringJoiner where = new StringJoiner(" and ");
    private final Map<String, Object> parameters = new HashMap<>();

    /** Adds a condition on {@code name}, unless its value is null. */
    void add(String condition, String name, Object value) {
        if (value != null) {
            where.add(condition);
            parameters.put(name, value);
        }
    }

    /** Continues a descending order behind the row with this two-part key. */
    void after(String columns, Object first, Object second) {
        add(columns + " < (:keyFirst, :keySecond)", "keyFirst", first);
        parameters.put("keySecond", second);
    }

    /** The conditions, all of which must hold. */
    String where() {
        return where.toString();
    }

    /** Their values by name. */
    Map<String, Object> parameters() {
        return parameters;
    }
}
