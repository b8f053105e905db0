package dev.gangway.artifacts.completion;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/**
 * Features of consecutive images as an object: two 32-bit integers (rows, columns), then the rows as 32-bit floats, all little-endian.
 */
public final class FeatureRows {

    private static final int HEADER = 2 * Integer.BYTES;

    private FeatureRows() {}

    /** Writes rows of one length. */
    public static byte[] encode(List<float[]> rows) {
        int columns = rows.isEmpty() ? 0 : rows.get(0).length;
        ByteBuffer buffer = ByteBuffer.allocate(HEADER + rows.size() * columns * Float.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(rows.size())
                .putInt(columns);
        for (float[] row : rows) {
            if (row.length != columns) {
                throw new IllegalArgumentException("a row of " + row.length + " values among rows of " + columns);
            }
            buffer.asFloatBuffer().put(row);
            buffer.position(buffer.position() + columns * Float.BYTES);
        }
        return buffer.array();
    }

    /** Reads what {@link #encode} wrote; throws {@link IllegalArgumentException} for anything else. */
    public static List<float[]> decode(byte[] content) {
        ByteBuffer buffer = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
        if (content.length < HEADER) {
            throw new IllegalArgumentException(content.length + " bytes are no rows of features");
        }
        int count = buffer.getInt();
        int columns = buffer.getInt();
        if (content.length != HEADER + (long) count * columns * Float.BYTES) {
            throw new IllegalArgumentException(
                    content.length + " bytes do not hold " + count + " rows of " + columns + " values");
        }
        float[][] rows = new float[count][];
        for (int row = 0; row < count; row++) {
            rows[row] = new float[columns];
            buffer.asFloatBuffer().get(rows[row]);
            buffer.position(buffer.position() + columns * Float.BYTES);
        }
        return List.of(rows);
    }
}
