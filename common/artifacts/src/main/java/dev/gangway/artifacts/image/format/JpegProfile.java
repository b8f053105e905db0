package dev.gangway.artifacts.image.format;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Puts a colour profile together from the numbered segments that JPEG cuts it into. */
final class JpegProfile {

    private static final byte[] NAME = {'I', 'C', 'C', '_', 'P', 'R', 'O', 'F', 'I', 'L', 'E', 0};
    private static final int HEAD = NAME.length + 2;

    private final SortedMap<Integer, byte[]> pieces = new TreeMap<>();
    private int claimed;

    /** Takes a segment's content, unless it is no piece of a profile. */
    void add(byte[] file, int content, int end) {
        if (end - content < HEAD || !Arrays.equals(file, content, content + NAME.length, NAME, 0, NAME.length)) {
            return;
        }
        claimed = Byte.toUnsignedInt(file[content + NAME.length + 1]);
        pieces.putIfAbsent(
                Byte.toUnsignedInt(file[content + NAME.length]), Arrays.copyOfRange(file, content + HEAD, end));
    }

    /** Whether there is one that cannot be used. */
    boolean isBrokenFor(int components) {
        return !pieces.isEmpty() && of(components).isEmpty();
    }

    Optional<ColourProfile> of(int components) {
        if (pieces.isEmpty() || pieces.firstKey() != 1 || pieces.lastKey() != claimed || pieces.size() != claimed) {
            return Optional.empty();
        }
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        pieces.values().forEach(whole::writeBytes);
        return ColourProfile.of(whole.toByteArray(), components);
    }
}
