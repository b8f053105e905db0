package dev.gangway.local;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;

/**
 * A dataset of coloured discs, drawn by the test.
 *
 * @param archive the ZIP file with a folder for each split
 * @param tests the test images in their order
 */
record TestImages(Path archive, List<BufferedImage> tests) {

    static final int SIDE = 32;

    static TestImages writtenTo(Path archive, int training, int validation, int held) throws IOException {
        SplittableRandom random = new SplittableRandom(11);
        List<BufferedImage> tests =
                Stream.generate(() -> disc(random)).limit(held).toList();
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(archive))) {
            for (int i = 0; i < training; i++) {
                add(zip, "train/%03d.png".formatted(i), disc(random));
            }
            for (int i = 0; i < validation; i++) {
                add(zip, "validation/%03d.png".formatted(i), disc(random));
            }
            for (int i = 0; i < held; i++) {
                add(zip, "test/%03d.png".formatted(i), tests.get(i));
            }
        }
        return new TestImages(archive, tests);
    }

    BufferedImage test(int index) {
        return tests.get(index);
    }

    private static void add(ZipOutputStream zip, String name, BufferedImage image) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        ImageIO.write(image, "png", zip);
        zip.closeEntry();
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
