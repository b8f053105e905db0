package dev.gangway.artifacts.dataset;

import dev.gangway.artifacts.archive.ArchiveFile;
import dev.gangway.artifacts.archive.ArchiveRefusedException;
import dev.gangway.artifacts.archive.NameText;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A text file that says one thing of every image of an archive, one image a line: the file, then a comma or blanks, then
 * what is said.
 *
 * <p>A file is named by its whole path in the archive, by its path from the table's folder on or, where no other has it, by its last part.
 * Blank lines, lines that begin with {@code #}, and a first line {@code path,split} or {@code file,person} are passed over. Every image must
 * be named once, and nothing else.
 */
final class ImageTable {

    private static final Set<String> HEADERS = Set.of("path,split", "file,person");
    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final int LONGEST_LINE = 4096;
    private static final int SHOWN = 100;

    private final ArchiveFile table;
    private final Map<String, ArchiveFile> byPath = new HashMap<>();
    private final Map<String, ArchiveFile> byLastPart = new HashMap<>();
    private final Set<String> ambiguous = new HashSet<>();
    private final Map<ArchiveFile, Cell> cells = new HashMap<>();

    private ImageTable(ArchiveFile table, List<ArchiveFile> images) {
        this.table = table;
        for (ArchiveFile image : images) {
            byPath.put(image.name(), image);
            String last = image.path().name();
            if (byLastPart.put(last, image) != null) {
                ambiguous.add(last);
            }
        }
    }

    /**
     * Reads what {@code table} holds.
     *
     * @throws ArchiveRefusedException when a line names no file of {@code images}, or one that was named before, or when an
     *     image is left out; with the line
     */
    static ImageTable read(ArchiveFile table, byte[] content, List<ArchiveFile> images) throws ArchiveRefusedException {
        ImageTable read = new ImageTable(table, images);
        Iterator<String> lines = NameText.decoded(content).lines().iterator();
        for (int number = 1; lines.hasNext(); number++) {
            read.addLine(number, lines.next());
        }
        for (ArchiveFile image : images) {
            if (!read.cells.containsKey(image)) {
                throw new ArchiveRefusedException(table.name(), "does not name the file " + image.name(), null);
            }
        }
        return read;
    }

    /** What the table is called. */
    String name() {
        return table.name();
    }

    /** What the table says of {@code image}. */
    String of(ArchiveFile image) {
        return cells.get(image).text();
    }

    /** A refusal of what the table says of {@code image}. */
    ArchiveRefusedException refusal(ArchiveFile image, String reason) {
        return refusal(cells.get(image).line(), reason);
    }

    private void addLine(int number, String text) throws ArchiveRefusedException {
        if (text.length() > LONGEST_LINE) {
            throw refusal(number, "has more than " + LONGEST_LINE + " characters");
        }
        String line = text.replace(BYTE_ORDER_MARK, "").strip();
        if (!line.isEmpty() && line.charAt(0) != '#' && !(number == 1 && HEADERS.contains(line))) {
            add(number, line);
        }
    }

    private void add(int number, String line) throws ArchiveRefusedException {
        int comma = line.lastIndexOf(',');
        int end = comma < 0 ? lastBlank(line) : comma;
        String file = line.substring(0, Math.max(end, 0)).strip();
        String said = line.substring(end + 1).strip();
        if (file.isEmpty() || said.isEmpty()) {
            throw refusal(number, "must be a file and a word: " + shown(line));
        }
        if (cells.put(image(number, file), new Cell(number, said)) != null) {
            throw refusal(number, "names the file " + shown(file) + " again");
        }
    }

    private ArchiveFile image(int number, String text) throws ArchiveRefusedException {
        String file = plain(text);
        ArchiveFile image = byPath.getOrDefault(file, byPath.get(beside(file)));
        if (image != null) {
            return image;
        }
        if (ambiguous.contains(file)) {
            throw refusal(number, "says " + shown(file) + ", which several folders have");
        }
        if (!byLastPart.containsKey(file)) {
            throw refusal(number, "names the file " + shown(file) + ", which is not in the archive");
        }
        return byLastPart.get(file);
    }

    /** As names of archives are read: composed, separated by slashes, from the folder that they lie in. */
    private static String plain(String text) {
        return NameText.plain(Normalizer.normalize(text, Normalizer.Form.NFC).replace('\\', '/'));
    }

    /** The path of {@code file} as whoever packed the folder around the table meant it. */
    private String beside(String file) {
        int depth = table.path().depth();
        return depth == 1 ? file : table.path().first(depth - 1).prefix() + file;
    }

    private ArchiveRefusedException refusal(int number, String reason) {
        return new ArchiveRefusedException(table.name(), "line " + number + " " + reason, null);
    }

    /** Where the last word begins, or -1. */
    private static int lastBlank(String line) {
        int at = line.length() - 1;
        while (at >= 0 && !Character.isWhitespace(line.charAt(at))) {
            at--;
        }
        return at;
    }

    private static String shown(String text) {
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
    }

    /** What one line says. */
    private record Cell(int line, String text) {}
}
