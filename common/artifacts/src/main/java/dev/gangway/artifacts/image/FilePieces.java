package dev.gangway.artifacts.image;

import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;

/** A file that grows in memory piece by piece: an array that doubles takes three times the file at its largest. */
final class FilePieces extends OutputStream {

    private static final int PIECE = 1 << 20;

    private final List<byte[]> full = new ArrayList<>();
    private byte[] piece = new byte[PIECE];
    private int used;

    @Override
    public void write(int value) {
        write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] source, int from, int length) {
        int written = 0;
        while (written < length) {
            if (used == PIECE) {
                full.add(piece);
                piece = new byte[PIECE];
                used = 0;
            }
            int fitting = Math.min(PIECE - used, length - written);
            System.arraycopy(source, from + written, piece, used, fitting);
            used += fitting;
            written += fitting;
        }
    }

    /** All of it, in one array; the pieces are given up. */
    byte[] take() {
        byte[] file = new byte[Math.addExact(Math.multiplyExact(full.size(), PIECE), used)];
        for (int i = 0; i < full.size(); i++) {
            System.arraycopy(full.get(i), 0, file, i * PIECE, PIECE);
        }
        System.arraycopy(piece, 0, file, full.size() * PIECE, used);
        full.clear();
        used = 0;
        return file;
    }
}
