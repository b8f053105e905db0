package dev.gangway.completion.report;

import dev.gangway.contracts.table.CsvField;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/** Values separated by commas, as RFC 4180 has it and a spreadsheet may open it; numbers with a dot. */
public final class CsvFile {

    private static final String END = "\r\n";

    private final StringBuilder text = new StringBuilder();

    /** A file whose first line names the columns. */
    public CsvFile(List<String> columns) {
        add(columns);
    }

    /** Adds a line; null is an empty field. */
    public void add(List<?> values) {
        text.append(values.stream().map(CsvField::of).collect(Collectors.joining(",")))
                .append(END);
    }

    /** The file's bytes. */
    public byte[] bytes() {
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
