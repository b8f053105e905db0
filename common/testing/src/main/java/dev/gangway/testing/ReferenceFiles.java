package dev.gangway.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.NoSuchElementException;

/**
 * The values that PyTorch (float64), SciPy and scikit-image computed for the papers' equations and for the metrics, and what
 * the shipped networks answered there.
 *
 * <p>They are read from the folder named by the system property {@code gangway.reference}, or from the shipped set when
 * it is empty. A file or a name that is missing fails the test.
 */
public final class ReferenceFiles {

    private final Map<String, ReferenceArray> arrays;
    private final JsonNode scalars;

    private ReferenceFiles(Map<String, ReferenceArray> arrays, JsonNode scalars) {
        this.arrays = arrays;
        this.scalars = scalars;
    }

    /** Reads the set that the system property names. */
    public static ReferenceFiles read() {
        try (InputStream npz = open("reference.npz");
                InputStream json = open("reference.json")) {
            return new ReferenceFiles(NumpyArchive.read(npz), new ObjectMapper().readTree(json));
        } catch (IOException e) {
            throw new UncheckedIOException("the reference files cannot be read", e);
        }
    }

    /**
     * What the shipped networks answer to a batch of two images (2, 3, side, side) whose value i is (i * 7919) % 256, as float32.
     */
    public static ReferenceFiles readExtractors() {
        try (InputStream npz = open("extractors.npz")) {
            return new ReferenceFiles(NumpyArchive.read(npz), JsonNodeFactory.instance.objectNode());
        } catch (IOException e) {
            throw new UncheckedIOException("the reference files cannot be read", e);
        }
    }

    /** The array called {@code name}. */
    public ReferenceArray array(String name) {
        ReferenceArray array = arrays.get(name);
        if (array == null) {
            throw new NoSuchElementException("the reference files have no array " + name);
        }
        return array;
    }

    /** The scalar called {@code name}. */
    public double scalar(String name) {
        JsonNode scalar = scalars.get(name);
        if (scalar == null) {
            throw new NoSuchElementException("the reference files have no value " + name);
        }
        return scalar.asDouble();
    }

    private static InputStream open(String name) throws IOException {
        String folder = System.getProperty("gangway.reference", "");
        if (!folder.isBlank()) {
            return Files.newInputStream(Path.of(folder, name));
        }
        InputStream shipped = ReferenceFiles.class.getResourceAsStream("reference/" + name);
        if (shipped == null) {
            throw new IOException("the shipped reference set lacks " + name);
        }
        return shipped;
    }
}
