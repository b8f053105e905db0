package dev.gangway.artifacts.image.format;

import dev.gangway.artifacts.image.format.PngChunks.Chunk;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Takes PNG files apart: header, palette, transparent colour and picture data stay, all other chunks are left out. */
final class PngFile {

    private static final int HEADER = 13;
    private static final int DEPTH = 8;
    private static final int COLOUR = 9;
    private static final int INTERLACE = 12;
    private static final int GREY = 0;
    private static final int PALETTE = 3;
    private static final int DEEP = 16;
    private static final int LARGEST_EXIF = 65_535;

    private final byte[] file;
    private final PngChunks chunks;
    private final PngEssence essence;
    private final PngColours colours;
    private final List<PictureNote> notes = new ArrayList<>();
    private ByteBuffer header;
    private Chunk profile;
    private Chunk exif;
    private boolean exifSeen;
    private boolean paletteSeen;
    private boolean transparent;
    private boolean dataSeen;
    private boolean intact = true;

    private PngFile(byte[] file) {
        this.file = file;
        this.chunks = new PngChunks(file);
        this.essence = new PngEssence(file);
        this.colours = new PngColours(file);
    }

    static ImageFile of(byte[] file) throws MalformedFileException {
        return new PngFile(file).read();
    }

    private ImageFile read() throws MalformedFileException {
        Chunk first = chunks.next().orElseThrow(PngFile::withoutHeader);
        if (!first.type().equals("IHDR") || first.length() != HEADER || !first.whole()) {
            throw withoutHeader();
        }
        header = ByteBuffer.wrap(file, first.start(), HEADER).slice();
        essence.keep(first);
        readOthers();
        if (!dataSeen) {
            throw new MalformedFileException("damaged PNG file: it ends before its picture begins");
        }
        return new ImageFile(ImageFormat.PNG, imageHeader(), essence.finished(), profile(), exif(), intact, notes);
    }

    private void readOthers() throws MalformedFileException {
        for (Optional<Chunk> chunk = chunks.next(); chunk.isPresent(); chunk = chunks.next()) {
            if (chunk.get().type().equals("IEND")) {
                noteWhatFollows();
                return;
            }
            add(chunk.get());
        }
        notes.add(new PictureNote("no-end", "the PNG file has no end chunk"));
    }

    private void add(Chunk chunk) throws MalformedFileException {
        colours.add(chunk);
        switch (chunk.type()) {
            case "IDAT" -> addData(chunk);
            case "PLTE" -> addPalette(chunk);
            case "tRNS" -> addTransparency(chunk);
            case "iCCP" -> profile = profile == null ? chunk : profile;
            case "eXIf" -> addExif(chunk);
            case "acTL" -> requireOnePicture(chunk);
            case "IHDR" -> throw new MalformedFileException("damaged PNG file: a second header");
            default -> {
                // Whatever else there is says nothing of the samples.
            }
        }
    }

    private void addData(Chunk chunk) {
        dataSeen |= chunk.length() > 0;
        intact &= chunk.whole();
        essence.keep(chunk);
    }

    private void addPalette(Chunk chunk) {
        if (!paletteSeen && !dataSeen) {
            paletteSeen = true;
            intact &= chunk.whole();
            // In a picture of true colours a palette is a suggestion that nobody needs.
            if (colour() == PALETTE) {
                essence.keep(chunk);
            }
        }
    }

    private void addTransparency(Chunk chunk) {
        if (!transparent && !dataSeen && chunk.whole()) {
            transparent = true;
            if (colour() == GREY && header.get(DEPTH) < Byte.SIZE && chunk.length() >= Short.BYTES) {
                essence.begin(
                        header,
                        new PackedGrey(header.get(DEPTH), ByteBuffer.wrap(file).getShort(chunk.start())));
            } else {
                essence.keep(chunk);
            }
        }
    }

    /** There may be one; of two nobody knows which is meant. */
    private void addExif(Chunk chunk) {
        exif = exifSeen ? null : chunk;
        exifSeen = true;
    }

    private void requireOnePicture(Chunk chunk) throws MalformedFileException {
        if (chunk.length() >= Integer.BYTES) {
            long pictures = Integer.toUnsignedLong(ByteBuffer.wrap(file).getInt(chunk.start()));
            if (pictures > 1) {
                throw new MalformedFileException("an animated PNG of " + pictures + " pictures; send one of them");
            }
        }
    }

    private void noteWhatFollows() {
        if (chunks.left() > 0) {
            notes.add(new PictureNote("trailing-bytes", chunks.left() + " bytes behind the picture's end passed over"));
        }
    }

    private ImageHeader imageHeader() throws MalformedFileException {
        int width = header.getInt(0);
        int height = header.getInt(Integer.BYTES);
        if (width < 1 || height < 1) {
            throw new MalformedFileException("damaged PNG file: it has " + Integer.toUnsignedString(width) + "x"
                    + Integer.toUnsignedString(height) + " pixels");
        }
        int bits = header.get(DEPTH) == DEEP ? DEEP : Byte.SIZE;
        return new ImageHeader(width, height, channels(), bits, 1, header.get(INTERLACE) == 0, false);
    }

    private int channels() throws MalformedFileException {
        int colours = colourChannels();
        boolean opacity = colour() == 4 || colour() == 6 || transparent;
        if (colour() == PALETTE && !paletteSeen) {
            throw new MalformedFileException("damaged PNG file: its palette is missing");
        }
        return colours + (opacity ? 1 : 0);
    }

    private int colourChannels() throws MalformedFileException {
        return switch (colour()) {
            case 0, 4 -> 1;
            case 2, PALETTE, 6 -> 3;
            default -> throw new MalformedFileException("damaged PNG file: no colour type " + colour());
        };
    }

    private int colour() {
        return header.get(COLOUR);
    }

    private Optional<ColourProfile> profile() throws MalformedFileException {
        Optional<ColourProfile> kept = keptProfile();
        colours.note(kept.isPresent()).ifPresent(notes::add);
        return kept;
    }

    private Optional<ColourProfile> keptProfile() {
        if (profile == null) {
            return Optional.empty();
        }
        Optional<ColourProfile> read = PngProfile.of(Arrays.copyOfRange(file, profile.start(), profile.end()))
                .flatMap(content -> ColourProfile.of(content, profileChannels()));
        if (read.isEmpty()) {
            notes.add(new PictureNote(
                    "colour-profile-left-out", "the colour profile is broken or of other colours, and is left out"));
        }
        return read;
    }

    private int profileChannels() {
        return colour() == 0 || colour() == 4 ? 1 : 3;
    }

    private byte[] exif() {
        return exif == null || exif.length() > LARGEST_EXIF
                ? new byte[0]
                : Arrays.copyOfRange(file, exif.start(), exif.end());
    }

    private static MalformedFileException withoutHeader() {
        return new MalformedFileException("damaged PNG file: its header is broken");
    }
}
