package dev.gangway.artifacts.archive;

import dev.gangway.artifacts.store.ObjectPath;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipMethod;

/** Tells why an entry cannot be unpacked before that is tried. */
final class EntryCheck {

    private static final Set<Integer> UNPACKED =
            Set.of(ZipEntry.STORED, ZipEntry.DEFLATED, ZipMethod.ENHANCED_DEFLATED.getCode());
    private static final Map<Integer, String> METHODS = Map.of(
            ZipMethod.UNSHRINKING.getCode(), "Shrink",
            ZipMethod.IMPLODING.getCode(), "Implode",
            ZipMethod.BZIP2.getCode(), "bzip2",
            ZipMethod.LZMA.getCode(), "LZMA",
            ZipMethod.ZSTD.getCode(), "Zstandard",
            ZipMethod.XZ.getCode(), "XZ",
            ZipMethod.JPEG.getCode(), "JPEG",
            ZipMethod.WAVPACK.getCode(), "WavPack",
            ZipMethod.PPMD.getCode(), "PPMd",
            ZipMethod.AES_ENCRYPTED.getCode(), "AES");

    private EntryCheck() {}

    /** Why the entry called {@code name} cannot be unpacked, if it cannot. */
    static Optional<LeftOutFile> fault(String name, ZipArchiveEntry entry) {
        Optional<String> ofName = ObjectPath.fault(name);
        if (ofName.isPresent()) {
            return Optional.of(new LeftOutFile(name, "name-unusable", "its path " + ofName.get()));
        }
        if (entry.getGeneralPurposeBit().usesEncryption()
                || entry.getGeneralPurposeBit().usesStrongEncryption()
                || entry.getMethod() == ZipMethod.AES_ENCRYPTED.getCode()) {
            return Optional.of(
                    new LeftOutFile(name, "entry-encrypted", "is encrypted: pack the archive without a password"));
        }
        if (!UNPACKED.contains(entry.getMethod())) {
            String method = METHODS.getOrDefault(entry.getMethod(), "a method");
            return Optional.of(new LeftOutFile(
                    name,
                    "entry-method",
                    "is packed with " + method + " (method " + entry.getMethod()
                            + "), which cannot be unpacked here: use Deflate, the usual one, or store it"));
        }
        return entry.isUnixSymlink()
                ? Optional.of(new LeftOutFile(name, "entry-link", "is a symbolic link, and no file"))
                : Optional.empty();
    }

    /** Refuses a name that somebody made to reach what lies outside. */
    static void requireInside(String name) throws ArchiveRefusedException {
        int slash = name.indexOf('/');
        boolean drive = slash == 2 && name.charAt(1) == ':' && Character.isLetter(name.charAt(0));
        if (slash == 0 || drive) {
            throw new ArchiveRefusedException(name, "the name leads out of the archive: it is absolute", null);
        }
        for (int from = 0; from <= name.length(); from = end(name, from) + 1) {
            if (name.substring(from, end(name, from)).equals("..")) {
                throw new ArchiveRefusedException(name, "the name leads out of the archive: it has the part ..", null);
            }
        }
    }

    private static int end(String name, int from) {
        int slash = name.indexOf('/', from);
        return slash < 0 ? name.length() : slash;
    }
}
