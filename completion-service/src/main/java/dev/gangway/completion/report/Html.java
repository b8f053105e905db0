package dev.gangway.completion.report;

import dev.gangway.artifacts.image.PixelImage;
import dev.gangway.artifacts.image.PngEncoder;
import java.util.Base64;

/** Writes texts and images into a page so that nothing in them can become markup. */
final class Html {

    private Html() {}

    static String escaped(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            switch (letter) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> escaped.append(letter);
            }
        }
        return escaped.toString();
    }

    /** An image that stands in the page itself. */
    static String image(PixelImage image, String description) {
        String png = Base64.getEncoder().encodeToString(PngEncoder.encode(image));
        return "<img alt='" + escaped(description) + "' src='data:image/png;base64," + png + "'>";
    }
}
