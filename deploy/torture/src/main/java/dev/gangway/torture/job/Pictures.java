package dev.gangway.torture.job;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;

/** Drawn discs as a dataset's archive: enough to learn something from, at once. */
public final class Pictures {

    /** The side of each picture in pixels. */
    public static final int SIDE = 32;

    private Pictures() {}

    /** Writes a ZIP archive with so many pictures in each split. */
    public static void write(Path archive, int training, int validation, int test) throws IOException {
        SplittableRandom random = new SplittableRandom(11);
        Map<String, Integer> splits = new TreeMap<>(Map.of("train", training, "validation", validation, "test", test));
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(archive))) {
            for (Map.Entry<String, Integer> split : splits.entrySet()) {
                for (int i = 0; i < split.getValue(); i++) {
                    zip.putNextEntry(new ZipEntry(String.format(Locale.ROOT, "%s/%03d.png", split.getKey(), i)));
                    ImageIO.write(disc(random), "png", zip);
                    zip.closeEntry();
                }
            }
        }
    }

    private static BufferedImage disc(SplittableRandom random) {
        BufferedImage image = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(new Color(random.nextInt(1 << 24)));
        graphics.fillRect(0, 0, SIDE, SIDE);
        graphics.setColor(new Color(random.nextInt(1 << 24)));
        int diameter = random.nextInt(12, 28);
        graphics.fillOval(random.nextInt(SIDE - diameter), random.nextInt(SIDE - diameter), diameter, diameter);
        graphics.dispose();
        return image;
    }
}
