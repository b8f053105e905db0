package dev.gangway.artifacts.dataset;

import dev.gangway.artifacts.archive.ArchiveRefusedException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;

/**
 * A text file that says one thing of every image of an archive, one image a line: the file, then a comma or blanks, then
 * what is said.
 *
 * <p>A file is named by its whole path in the archive or, where no other has it, by its last part. Blank lines, lines that
 * begin with {@code #}, and a first line {@code path,split} or {@code file,person} are passed over. Every image must be named
 * once, and nothing else.
 */
final class ImageTable {

    private static final Set<String> HEADERS = Set.of("path,split", "file,person");
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final String name;
    private final Map<String, ZipEntry> byPath = new HashMap<>();
    private final Map<String, ZipEntry> byLastPart = new HashMap<>();
    private final Set<String> ambiguous = new HashSet<>();
    private final Map<ZipEntry, Cell> cells = new HashMap<>();

    private ImageTable(String name, List<ZipEntry> images) {
        this.name = name;
        for (ZipEntry image : images) {
            byPath.put(image.getName(), image);
            String last = ArchiveEntries.lastPart(image.getName());
            if (byLastPart.put(last, image) != null) {
                ambiguous.add(last);
            }
        }
    }

    /**
     * Reads the table called {@code name}.
     *
     * @throws ArchiveRefusedException when a line names no file of {@code images}, or one that was named before, or when an
     *     image is left out; with the line
     */
    static ImageTable read(String name, byte[] content, List<ZipEntry> images) throws ArchiveRefusedException {
        ImageTable table = new ImageTable(name, images);
        List<String> lines = new String(content, StandardCharsets.UTF_8).lines().toList();
        for (int number = 1; number <= lines.size(); number++) {
            String line = lines.get(number - 1).replace(BYTE_ORDER_MARK, "").strip();
            if (!line.isEmpty() && !line.startsWith("#") && !(number == 1 && HEADERS.contains(line))) {
                table.add(number, line);
            }
        }
        for (ZipEntry image : images) {
            if (!table.cells.containsKey(image)) {
                throw new ArchiveRefusedException(name, "does not name the file " + image.getName(), null);
            }
        }
        return table;
    }

    /** What the table says of {@code image}. */
    String of(ZipEntry image) {
        return cells.get(image).text();
    }

    /** A refusal of what the table says of {@code image}. */
    ArchiveRefusedException refusal(ZipEntry image, String reason) {
        return refusal(cells.get(image).line(), reason);
    }

    private void add(int number, String line) throws ArchiveRefusedException {
        int comma = line.lastIndexOf(',');
        String[] parts = comma < 0
                ? line.split("\\s+(?=\\S+$)", 2)
                : new String[] {
                    line.substring(0, comma).strip(), line.substring(comma + 1).strip()
                };
        if (parts.length != 2 || parts[0].isEmpty() || parts[1].isEmpty()) {
            throw refusal(number, "must be a file and a word: " + line);
        }
        if (cells.put(image(number, parts[0]), new Cell(number, parts[1])) != null) {
            throw refusal(number, "names the file " + parts[0] + " again");
        }
    }

    private ZipEntry image(int number, String file) throws ArchiveRefusedException {
        ZipEntry image = byPath.get(file);
        if (image != null) {
            return image;
        }
        if (ambiguous.contains(file)) {
            throw refusal(number, "says " + file + ", which several folders have");
        }
        if (!byLastPart.containsKey(file)) {
            throw refusal(number, "names the file " + file + ", which is not in the archive");
        }
        return byLastPart.get(file);
    }

    private ArchiveRefusedException refusal(int number, String reason) {
        return new ArchiveRefusedException(name, "line " + number + " " + reason, null);
    }

    /** What one line says. */
    private record Cell(int line, String text) {}
}
