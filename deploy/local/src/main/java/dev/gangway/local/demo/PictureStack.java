package dev.gangway.local.demo;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;

/** Puts pictures below each other, aligned at the right: rows of images have their captions at the left. */
final class PictureStack {

    private PictureStack() {}

    /** One PNG of all {@code pictures}, which are PNGs, from top to bottom. */
    static byte[] of(List<byte[]> pictures) throws IOException {
        List<BufferedImage> images = new ArrayList<>();
        for (byte[] picture : pictures) {
            images.add(ImageIO.read(new ByteArrayInputStream(picture)));
        }
        int width = images.stream().mapToInt(BufferedImage::getWidth).max().orElseThrow();
        int height = images.stream().mapToInt(BufferedImage::getHeight).sum();
        BufferedImage stack = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = stack.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, width, height);
        int top = 0;
        for (BufferedImage image : images) {
            graphics.drawImage(image, width - image.getWidth(), top, null);
            top += image.getHeight();
        }
        graphics.dispose();
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(stack, "png", png);
        return png.toByteArray();
    }
}
