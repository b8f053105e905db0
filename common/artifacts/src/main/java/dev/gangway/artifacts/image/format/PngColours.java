package dev.gangway.artifacts.image.format;

import dev.gangway.artifacts.image.format.PngChunks.Chunk;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What chunks besides a profile say of how a PNG file's colours are to be shown. It does not go with the samples; whoever relied on it
 * is told.
 */
final class PngColours {

    /** A gamma of 1/2.2 in 100,000ths, which is nearly that of sRGB; and how far from it nobody sees a difference. */
    private static final int USUAL_GAMMA = 45_455;

    private static final int SMALL = 1_500;

    /** White, red, green and blue of sRGB, x before y, in 100,000ths. */
    private static final int[] USUAL_PRIMARIES = {31_270, 32_900, 64_000, 33_000, 30_000, 60_000, 15_000, 6_000};

    /** Primaries, transfer, matrix and range of sRGB (ITU-T H.273). */
    private static final byte[] USUAL_CODES = {1, 13, 0, 1};

    private final byte[] file;
    private final Set<String> unusual = new TreeSet<>();
    private boolean overruled;

    PngColours(byte[] file) {
        this.file = file;
    }

    /** Takes any chunk. */
    void add(Chunk chunk) {
        ByteBuffer content = ByteBuffer.wrap(file, chunk.start(), chunk.length());
        boolean differs =
                switch (chunk.type()) {
                    case "gAMA" -> differs(content, USUAL_GAMMA);
                    case "cHRM" -> differs(content, USUAL_PRIMARIES);
                    case "cICP" -> !content.equals(ByteBuffer.wrap(USUAL_CODES));
                    default -> false;
                };
        if (differs && chunk.whole()) {
            unusual.add(chunk.type());
        }
        overruled |= chunk.type().equals("sRGB");
    }

    /** Says with which chunks colours were meant to be shown that are not those of sRGB; nothing when a {@code profile} says it all. */
    Optional<PictureNote> note(boolean profile) {
        boolean codes = unusual.contains("cICP");
        if (unusual.isEmpty() || (!codes && (overruled || profile))) {
            return Optional.empty();
        }
        return Optional.of(
                new PictureNote(
                        "colour-description-left-out",
                        "its " + String.join(", ", unusual)
                                + " says how its colours are to be shown; it is not kept, and the samples will be shown as sRGB's"));
    }

    private static boolean differs(ByteBuffer content, int... usual) {
        if (content.remaining() != usual.length * Integer.BYTES) {
            return false;
        }
        boolean differs = false;
        boolean broken = false;
        for (int value : usual) {
            int said = content.getInt();
            differs |= Math.abs((long) said - value) > SMALL;
            broken |= said <= 0;
        }
        return differs && !broken;
    }
}
