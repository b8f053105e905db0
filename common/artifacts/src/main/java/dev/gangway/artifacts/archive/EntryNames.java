package dev.gangway.artifacts.archive;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;

/**
 * What the entries of an archive are called. Names are UTF-8, flagged as such or not; what is none is CP437, as the format has it, and
 * so that no two names become one. Backslashes separate, as old packers of Windows write them, unless each is the second byte of a
 * letter in Shift-JIS. Names that are written alike are one name: all are in Unicode's composed form.
 */
final class EntryNames {

    private static final Charset CP437 = Charset.forName("IBM437");
    private static final Charset SHIFT_JIS = Charset.forName("windows-31j");

    /** Stands for a byte of a letter that looks like a backslash and is none. */
    private static final char NO_SEPARATOR = '\uFF3C';

    private final Map<ZipArchiveEntry, String> names = new LinkedHashMap<>();
    private final List<String> inCp437 = new ArrayList<>();
    private final List<String> withBackslashes = new ArrayList<>();

    EntryNames(List<ZipArchiveEntry> entries) {
        boolean separate = entries.stream().anyMatch(EntryNames::hasSeparatingBackslash);
        for (ZipArchiveEntry entry : entries) {
            String decoded = decoded(entry);
            String name =
                    Normalizer.normalize(decoded.replace('\\', separate ? '/' : NO_SEPARATOR), Normalizer.Form.NFC);
            names.put(entry, name);
            if (!isUnicode(entry)) {
                inCp437.add(name);
            }
            if (separate && decoded.indexOf('\\') >= 0) {
                withBackslashes.add(name);
            }
        }
    }

    /** By entry, in the archive's order. */
    Map<ZipArchiveEntry, String> all() {
        return names;
    }

    List<FileNotice> notices() {
        List<FileNotice> notices = new ArrayList<>(FileNotice.about(
                inCp437, "names-in-cp437", "names that are not in UTF-8 are read as CP437, and may look wrong"));
        notices.addAll(FileNotice.about(
                withBackslashes, "backslashes", "backslashes in names are taken as what separates folders"));
        return notices;
    }

    private static String decoded(ZipArchiveEntry entry) {
        return isUnicode(entry) ? unicode(entry).orElseThrow() : new String(entry.getRawName(), CP437);
    }

    private static boolean isUnicode(ZipArchiveEntry entry) {
        return unicode(entry).isPresent();
    }

    private static Optional<String> unicode(ZipArchiveEntry entry) {
        return entry.getNameSource() == ZipArchiveEntry.NameSource.UNICODE_EXTRA_FIELD
                ? Optional.of(entry.getName())
                : strict(entry.getRawName(), StandardCharsets.UTF_8);
    }

    private static Optional<String> strict(byte[] bytes, Charset charset) {
        try {
            return Optional.of(
                    charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private static boolean hasSeparatingBackslash(ZipArchiveEntry entry) {
        if (isUnicode(entry)) {
            return unicode(entry).orElseThrow().indexOf('\\') >= 0;
        }
        byte[] raw = entry.getRawName();
        boolean japanese = strict(raw, SHIFT_JIS).isPresent();
        boolean withinALetter = false;
        for (byte each : raw) {
            if (each == '\\' && !(japanese && withinALetter)) {
                return true;
            }
            withinALetter = !withinALetter && beginsALetter(Byte.toUnsignedInt(each));
        }
        return false;
    }

    /** Whether a byte is the first of two in Shift-JIS. */
    private static boolean beginsALetter(int value) {
        return (value >= 0x81 && value <= 0x9F) || (value >= 0xE0 && value <= 0xFC);
    }
}
