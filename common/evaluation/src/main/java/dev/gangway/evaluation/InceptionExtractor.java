package dev.gangway.evaluation;

import ai.djl.Device;
import ai.djl.MalformedModelException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/**
 * An Inception network that a user brings as a TorchScript file, for Gangway ships none.
 *
 * <p>Contract of the file: {@code forward} takes RGB images as (batch, 3, 299, 299) 32-bit floats 0..255 and scales them
 * itself. It answers (batch, 2048) pooled features, or a tuple of these and of class probabilities, (batch, 1000) or (batch,
 * 1008), each row of which adds up to 1; without probabilities there is no Inception Score. Images are resized to 299x299
 * before the network as {@link #preparation()} says: bilinear interpolation with half-pixel centres (PyTorch's {@code
 * interpolate(mode="bilinear", align_corners=False)}), without antialiasing and without rounding back to 8 bits.
 *
 * <p>Its name is {@value #STANDARD} when the file is the standard one, and figures are then called {@code FID}, {@code KID} and
 * {@code inception-score} alone. Any other is a variant that is called by the file's name and the first eight digits of its
 * SHA-256, so that {@code inception.pt} gives {@code FID-inception-ab12cd34}.
 *
 * <p>Safe for use by several threads.
 */
public final class InceptionExtractor implements FeatureExtractor {

    /** The name of the standard network. No other extractor has it. */
    static final String STANDARD = "inception";

    private static final int INPUT_SIDE = 299;
    private static final int FEATURES = 2048;
    private static final List<Integer> CLASSES = List.of(1000, 1008);
    private static final double ROUNDING = 1e-3;
    private static final int DIGITS_OF_A_NAME = 8;
    private static final float[] NOT_CLASSIFIED = {};

    private final String name;
    private final ImageNetwork network;

    private InceptionExtractor(String name, ImageNetwork network) {
        this.name = name;
        this.network = network;
    }

    /**
     * Loads {@code file} onto {@code device} and tries it on two images.
     *
     * @param standard the SHA-256, in hexadecimal, of the file that may call its figures {@code FID}
     * @throws IllegalArgumentException with the file's name and the reason, when there is no such file, or it does not keep the
     *     contract
     */
    public static InceptionExtractor load(Path file, String standard, Device device) {
        byte[] content = contentOf(file);
        String sha256 = HexFormat.of().formatHex(ShippedNetwork.sha256Digest().digest(content));
        String name = sha256.equalsIgnoreCase(standard) ? STANDARD : variant(file, sha256);
        InceptionExtractor extractor = new InceptionExtractor(name, networkOf(file, content, device));
        try {
            extractor.requireContract();
            return extractor;
        } catch (RuntimeException e) {
            extractor.close();
            throw new IllegalArgumentException("the Inception file " + file + " is of no use: " + e.getMessage(), e);
        }
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String preparation() {
        return network.preparation();
    }

    @Override
    public int dimension() {
        return FEATURES;
    }

    @Override
    public List<ImageFeatures> extract(List<RgbImage> images) {
        return network.run(images).stream()
                .map(outputs -> new ImageFeatures(outputs[0], outputs.length > 1 ? outputs[1] : NOT_CLASSIFIED))
                .toList();
    }

    @Override
    public void close() {
        network.close();
    }

    private void requireContract() {
        RgbImage black = new RgbImage(1, 1, new byte[RgbImage.CHANNELS]);
        extract(Collections.nCopies(2, black)).forEach(InceptionExtractor::requireContract);
    }

    private static void requireContract(ImageFeatures answer) {
        if (answer.features().length != FEATURES) {
            throw new IllegalStateException(
                    "it answers " + answer.features().length + " features an image, not " + FEATURES);
        }
        float[] probabilities = answer.probabilities();
        if (probabilities.length > 0 && !CLASSES.contains(probabilities.length)) {
            throw new IllegalStateException(
                    "it answers probabilities of " + probabilities.length + " classes, not of one of " + CLASSES);
        }
        if (probabilities.length > 0 && !addUpToOne(probabilities)) {
            throw new IllegalStateException(
                    "what it answers beside the features are no probabilities that add up to 1");
        }
    }

    private static boolean addUpToOne(float[] probabilities) {
        double sum = 0;
        for (float probability : probabilities) {
            if (!(probability >= 0)) {
                return false;
            }
            sum += probability;
        }
        return Math.abs(sum - 1) < ROUNDING;
    }

    private static byte[] contentOf(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new IllegalArgumentException("the Inception file " + file + " cannot be read: " + e, e);
        }
    }

    private static ImageNetwork networkOf(Path file, byte[] content, Device device) {
        try {
            return ImageNetwork.read(new ByteArrayInputStream(content), INPUT_SIDE, device);
        } catch (IOException | MalformedModelException | RuntimeException e) {
            throw new IllegalArgumentException("the Inception file " + file + " is no TorchScript network", e);
        }
    }

    private static String variant(Path file, String sha256) {
        String words = file.getFileName()
                .toString()
                .replaceFirst("\\.[^.]*$", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
        return words + "-" + sha256.substring(0, DIGITS_OF_A_NAME);
    }
}
