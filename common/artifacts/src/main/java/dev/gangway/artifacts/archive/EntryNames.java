package dev.gangway.artifacts.archive;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32;
import org.apache.commons.compress.archivers.zip.UnicodePathExtraField;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;

/**
 * What the entries of an archive are called. Names are UTF-8, flagged as such or not; what is none is CP437, as the format has it, and
 * so that no two names become one. Backslashes separate, as old packers of Windows write them, unless each is the second byte of a
 * letter in Shift-JIS or, where slashes separate, in GBK or Big5. Names that are written alike are one name: all are in Unicode's composed form.
 */
final class EntryNames {

    private static final Charset SHIFT_JIS = Charset.forName("windows-31j");

    /** Those of two bytes a letter, of which the second may look like a backslash. */
    private static final List<Charset> OF_TWO_BYTES =
            List.of(SHIFT_JIS, Charset.forName("GBK"), Charset.forName("Big5"));

    /** Stands for a byte of a letter that looks like a backslash and is none. */
    private static final char NO_SEPARATOR = '\uFF3C';

    private final Map<ZipArchiveEntry, String> names = new LinkedHashMap<>();
    private final List<String> inCp437 = new ArrayList<>();
    private final List<String> withBackslashes = new ArrayList<>();

    EntryNames(List<ZipArchiveEntry> entries) {
        // GBK has nearly every pair of bytes: é\a in CP437 is a letter there, so that its packer's slashes have to
        // speak for it.
        boolean slashes = entries.stream().anyMatch(EntryNames::hasSlash);
        List<Charset> believed = slashes ? OF_TWO_BYTES : List.of(SHIFT_JIS);
        boolean separate = entries.stream().anyMatch(entry -> hasSeparatingBackslash(entry, believed));
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
        return ofNote(entry).orElseGet(() -> NameText.decoded(entry.getRawName()));
    }

    private static boolean isUnicode(ZipArchiveEntry entry) {
        return unicode(entry).isPresent();
    }

    private static Optional<String> unicode(ZipArchiveEntry entry) {
        return ofNote(entry).or(() -> NameText.strict(entry.getRawName(), StandardCharsets.UTF_8));
    }

    /** The name in UTF-8 that some packers note beside the name, if it is that of the same name. */
    private static Optional<String> ofNote(ZipArchiveEntry entry) {
        if (!(entry.getExtraField(UnicodePathExtraField.UPATH_ID) instanceof UnicodePathExtraField note)) {
            return Optional.empty();
        }
        CRC32 sum = new CRC32();
        sum.update(entry.getRawName());
        return sum.getValue() == note.getNameCRC32() && note.getUnicodeName() != null
                ? NameText.strict(note.getUnicodeName(), StandardCharsets.UTF_8)
                : Optional.empty();
    }

    private static boolean hasSlash(ZipArchiveEntry entry) {
        for (byte each : entry.getRawName()) {
            if (each == '/') {
                return true;
            }
        }
        return false;
    }

    private static boolean hasSeparatingBackslash(ZipArchiveEntry entry, List<Charset> believed) {
        return isUnicode(entry)
                ? hasBackslash(unicode(entry).orElseThrow())
                : hasBackslash(decoded(entry))
                        && believed.stream()
                                .map(charset -> NameText.strict(entry.getRawName(), charset))
                                .allMatch(name ->
                                        name.map(EntryNames::hasBackslash).orElse(true));
    }

    private static boolean hasBackslash(String name) {
        return name.indexOf('\\') >= 0;
    }
}
