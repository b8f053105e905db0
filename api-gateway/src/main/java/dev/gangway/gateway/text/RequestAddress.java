package dev.gangway.gateway.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a request asks for, in parts. There is one way to write each address: what routes, proxies and rules of authorisation could
 * read differently (empty parts, dots, parameters of parts, separators and percent signs that are themselves encoded) is refused.
 *
 * @param path the decoded parts of the path; the last is empty when the path ends with a slash
 * @param query the decoded names and values of the query, in their order
 */
public record RequestAddress(List<String> path, List<Entry<String, String>> query) {

    /** The longest part of a path, in characters. */
    static final int LONGEST_PART = 500;

    private static final Pattern ENCODED_TWICE = Pattern.compile("%[0-9A-Fa-f]{2}");
    private static final String FORBIDDEN = "/\\;";

    public RequestAddress {
        path = List.copyOf(path);
        query = List.copyOf(query);
    }

    /** Reads the target of a request line, such as {@code /v1/datasets?limit=5}; throws {@link Malformed} for anything doubtful. */
    public static RequestAddress parse(String target) {
        if (!target.startsWith("/") || target.indexOf('#') >= 0) {
            throw new Malformed("path", "must begin with a slash, and hold no fragment");
        }
        int mark = target.indexOf('?');
        String path = mark < 0 ? target : target.substring(0, mark);
        return new RequestAddress(parts(path), mark < 0 ? List.of() : pairs(target.substring(mark + 1)));
    }

    private static List<String> parts(String path) {
        String[] encoded = path.substring(1).split("/", -1);
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < encoded.length; i++) {
            String part = decoded("path", encoded[i], false, LONGEST_PART);
            boolean last = i == encoded.length - 1;
            fault(part, last).ifPresent(fault -> {
                throw new Malformed("path", fault);
            });
            parts.add(part);
        }
        return parts;
    }

    private static Optional<String> fault(String part, boolean last) {
        if (part.isEmpty() && !last) {
            return Optional.of("must not hold two slashes in a row");
        }
        if (part.equals(".") || part.equals("..")) {
            return Optional.of("must not hold the parts . and ..");
        }
        if (part.chars().anyMatch(letter -> FORBIDDEN.indexOf(letter) >= 0 || Character.isISOControl(letter))) {
            return Optional.of("must not hold semicolons, backslashes, encoded slashes or control characters");
        }
        return ENCODED_TWICE.matcher(part).find() ? Optional.of("must not be encoded twice") : Optional.empty();
    }

    private static List<Entry<String, String>> pairs(String query) {
        List<Entry<String, String>> pairs = new ArrayList<>();
        if (query.isEmpty()) {
            return pairs;
        }
        for (String pair : query.split("&", -1)) {
            int equals = pair.indexOf('=');
            String name = decoded(
                    "query", equals < 0 ? pair : pair.substring(0, equals), true, ReceivedText.LONGEST_PARAMETER);
            if (name.isEmpty()) {
                throw new Malformed("query", "must hold no parameter without a name");
            }
            String value = equals < 0 ? "" : pair.substring(equals + 1);
            pairs.add(Map.entry(name, decoded(name, value, true, ReceivedText.LONGEST_PARAMETER)));
        }
        return pairs;
    }

    private static String decoded(String where, String encoded, boolean query, int longest) {
        try {
            String text = query ? PercentEncoding.query(encoded) : PercentEncoding.path(encoded);
            ReceivedText.fault(text, longest).ifPresent(fault -> {
                throw new Malformed(where, fault);
            });
            return text;
        } catch (IllegalArgumentException e) {
            throw e instanceof Malformed malformed ? malformed : new Malformed(where, e.getMessage());
        }
    }

    /** An address that is not taken. */
    public static final class Malformed extends IllegalArgumentException {

        private final String where;

        Malformed(String where, String fault) {
            super(fault);
            this.where = where;
        }

        /** The parameter that is at fault, or {@code path}. */
        public String where() {
            return where;
        }
    }
}
