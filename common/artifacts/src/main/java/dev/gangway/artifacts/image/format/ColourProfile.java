package dev.gangway.artifacts.image.format;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * An ICC colour profile that is kept beside a picture and passed on with it; it is not applied.
 *
 * @param content the profile's bytes, which are shared
 */
public record ColourProfile(byte[] content) {

    private static final int HEADER = 128;
    private static final int COLOUR_SPACE = 16;
    private static final int SIGNATURE = 36;
    private static final int LARGEST = 4 << 20;
    private static final int WORD = 4;

    /**
     * The profile in {@code content}.
     *
     * @param channels of the picture without opacity: 1, 3 or 4
     * @return nothing when it is not whole, no profile, or one for other colours
     */
    static Optional<ColourProfile> of(byte[] content, int channels) {
        if (content.length < HEADER || content.length > LARGEST) {
            return Optional.empty();
        }
        int length = ByteBuffer.wrap(content).getInt();
        boolean whole = length >= HEADER
                && length <= content.length
                && word(content, SIGNATURE).equals("acsp");
        return whole && word(content, COLOUR_SPACE).equals(space(channels))
                ? Optional.of(new ColourProfile(Arrays.copyOf(content, length)))
                : Optional.empty();
    }

    private static String word(byte[] content, int position) {
        return new String(content, position, WORD, StandardCharsets.ISO_8859_1);
    }

    private static String space(int channels) {
        return switch (channels) {
            case 1 -> "GRAY";
            case WORD -> "CMYK";
            default -> "RGB ";
        };
    }
}
