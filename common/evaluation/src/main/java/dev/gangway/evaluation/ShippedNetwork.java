package dev.gangway.evaluation;

import ai.djl.Device;
import ai.djl.MalformedModelException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A TorchScript network on the class path, known by its content: figures of two installations compare only if they come
 * from the same weights.
 *
 * @param resource its name beside this class
 * @param sha256 of the file, in lower-case hexadecimal
 */
record ShippedNetwork(String resource, String sha256) {

    /**
     * Loads the network, which takes images of {@code side} pixels a side, onto {@code device}; a file that is missing or has
     * other content is refused.
     */
    ImageNetwork load(int side, Device device) {
        verify();
        try (InputStream in = open()) {
            return ImageNetwork.read(in, side, device);
        } catch (IOException | MalformedModelException e) {
            throw new IllegalStateException("the network " + resource + " cannot be loaded", e);
        }
    }

    private void verify() {
        MessageDigest digest = sha256Digest();
        try (DigestInputStream in = new DigestInputStream(open(), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            throw new UncheckedIOException("the network " + resource + " cannot be read", e);
        }
        String found = HexFormat.of().formatHex(digest.digest());
        if (!found.equals(sha256)) {
            throw new IllegalStateException("the network " + resource + " has SHA-256 " + found + ", not " + sha256);
        }
    }

    private InputStream open() {
        InputStream in = ShippedNetwork.class.getResourceAsStream(resource);
        if (in == null) {
            throw new IllegalStateException("the class path lacks the network " + resource);
        }
        return in;
    }

    static MessageDigest sha256Digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
