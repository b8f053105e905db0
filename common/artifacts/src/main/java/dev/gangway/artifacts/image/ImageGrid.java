package dev.gangway.artifacts.image;

import java.util.Arrays;
import java.util.List;

/** Draws contact sheets: rows of equally large images with a caption at the left of each row, on white. */
public final class ImageGrid {

    private static final int GAP = 2;
    private static final int MARGIN = 6;
    private static final int LETTER_SCALE = 2;
    private static final byte WHITE = (byte) 255;

    private final int scale;
    private final Lettering lettering = new Lettering();

    /**
     * Draws each pixel of an image as a square.
     *
     * @param scale side of the square in pixels, at least 1
     */
    public ImageGrid(int scale) {
        if (scale < 1) {
            throw new IllegalArgumentException("images cannot be drawn at scale " + scale);
        }
        this.scale = scale;
    }

    /** Draws {@code rows}, at least one; images of different size are refused. Rows may differ in length. */
    public PixelImage draw(List<GridRow> rows) {
        PixelImage first = rows.get(0).images().get(0);
        Sheet sheet = new Sheet(rows, first.height() * scale, first.width() * scale);
        for (int row = 0; row < rows.size(); row++) {
            sheet.drawRow(row, rows.get(row), first);
        }
        return sheet.image();
    }

    private final class Sheet {

        private final int cellHeight;
        private final int cellWidth;
        private final int captionWidth;
        private final int height;
        private final int width;
        private final byte[] rgb;

        Sheet(List<GridRow> rows, int imageHeight, int imageWidth) {
            int longest =
                    rows.stream().mapToInt(row -> row.images().size()).max().orElseThrow();
            this.cellHeight = Math.max(imageHeight, Lettering.HEIGHT * LETTER_SCALE) + GAP;
            this.cellWidth = imageWidth + GAP;
            this.captionWidth = MARGIN
                    + LETTER_SCALE
                            * rows.stream()
                                    .mapToInt(row -> lettering.width(row.caption()))
                                    .max()
                                    .orElseThrow();
            this.height = 2 * MARGIN + rows.size() * cellHeight - GAP;
            this.width = captionWidth + 2 * MARGIN + longest * cellWidth - GAP;
            this.rgb = new byte[height * width * PixelImage.CHANNELS];
            Arrays.fill(rgb, WHITE);
        }

        PixelImage image() {
            return new PixelImage(height, width, rgb);
        }

        void drawRow(int index, GridRow row, PixelImage like) {
            int top = MARGIN + index * cellHeight;
            drawCaption(row.caption(), top + (cellHeight - GAP - Lettering.HEIGHT * LETTER_SCALE) / 2);
            for (int column = 0; column < row.images().size(); column++) {
                PixelImage image = row.images().get(column);
                if (image.height() != like.height() || image.width() != like.width()) {
                    throw new IllegalArgumentException(
                            "a sheet of " + like + "s cannot show an " + image + " in the row " + row.caption());
                }
                drawImage(image, top, captionWidth + MARGIN + column * cellWidth);
            }
        }

        private void drawCaption(String caption, int top) {
            for (int row = 0; row < Lettering.HEIGHT * LETTER_SCALE; row++) {
                for (int column = 0; column < lettering.width(caption) * LETTER_SCALE; column++) {
                    if (lettering.inked(caption, row / LETTER_SCALE, column / LETTER_SCALE)) {
                        int start = offset(top + row, MARGIN + column);
                        Arrays.fill(rgb, start, start + PixelImage.CHANNELS, (byte) 0);
                    }
                }
            }
        }

        private void drawImage(PixelImage image, int top, int left) {
            for (int row = 0; row < image.height() * scale; row++) {
                for (int column = 0; column < image.width() * scale; column++) {
                    int source = (row / scale * image.width() + column / scale) * PixelImage.CHANNELS;
                    System.arraycopy(image.rgb(), source, rgb, offset(top + row, left + column), PixelImage.CHANNELS);
                }
            }
        }

        private int offset(int row, int column) {
            return (row * width + column) * PixelImage.CHANNELS;
        }
    }
}
