package dev.gangway.completion.report;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** Values separated by commas, as RFC 4180 has it; numbers with a dot. */
public final class CsvFile {

    private static final String END = "\r\n";

    private final StringBuilder text = new StringBuilder();

    /** A file whose first line names the columns. */
    public CsvFile(List<String> columns) {
        add(columns);
    }

    /** Adds a line; null is an empty field. */
    public void add(List<?> values) {
        text.append(values.stream().map(CsvFile::field).collect(Collectors.joining(",")))
                .append(END);
    }

    /** The file's bytes. */
    public byte[] bytes() {
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String field(Object value) {
        String field = Objects.toString(value, "");
        boolean plain =
                field.chars().noneMatch(letter -> letter == ',' || letter == '"' || letter == '\n' || letter == '\r');
        return plain ? field : '"' + field.replace("\"", "\"\"") + '"';
    }
}
