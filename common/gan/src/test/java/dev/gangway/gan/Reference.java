package dev.gangway.gan;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import dev.gangway.gan.network.Architecture;
import dev.gangway.gan.network.DcganArchitecture;
import dev.gangway.gan.network.Initialisation;
import dev.gangway.gan.network.Normalisation;
import dev.gangway.gan.network.Parameters;
import dev.gangway.gan.network.Upsampling;
import dev.gangway.testing.ReferenceArray;
import dev.gangway.testing.ReferenceFiles;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The reference files as arrays of one data type, and how closely results have to agree with them. */
public final class Reference {

    /** The form of the networks in the files; they were made by hand in other sizes, from which nothing here follows. */
    public static final Architecture NETWORKS =
            new DcganArchitecture(16, 1, 1, Upsampling.TRANSPOSED_CONVOLUTION, Normalisation.NONE, Initialisation.HE);

    private final ReferenceFiles files = ReferenceFiles.read();
    private final NDManager manager;
    private final DataType type;

    public Reference(NDManager manager, DataType type) {
        this.manager = manager;
        this.type = type;
    }

    public NDArray array(String name) {
        ReferenceArray array = files.array(name);
        return manager.create(array.values(), new Shape(array.shape())).toType(type, false);
    }

    public NDArray variable(String name) {
        NDArray array = array(name);
        array.setRequiresGradient(true);
        return array;
    }

    public double scalar(String name) {
        return files.scalar(name);
    }

    /** A network of the files: {@code layers} weights and biases, called {@code prefix} and a running number. */
    public Parameters network(String prefix, int layers) {
        Map<String, NDArray> arrays = new TreeMap<>();
        for (int layer = 0; layer < layers; layer++) {
            arrays.put(Parameters.weight(layer), array(prefix + "." + 2 * layer));
            arrays.put(Parameters.bias(layer), array(prefix + "." + (2 * layer + 1)));
        }
        return Parameters.copyOf(manager, arrays).trainable();
    }

    public void assertScalar(NDArray found, String name) {
        assertClose(found, new double[] {files.scalar(name)}, name);
    }

    public void assertArray(NDArray found, String name) {
        assertThat(found.getShape().getShape())
                .as(name)
                .isEqualTo(files.array(name).shape());
        assertClose(found, files.array(name).values(), name);
    }

    /** Compares arrays in the order of {@link Parameters#arrays()} (bias, weight, bias ...) with the files' order. */
    public void assertNetwork(List<NDArray> found, String prefix) {
        for (int layer = 0; layer < found.size() / 2; layer++) {
            assertArray(found.get(2 * layer), prefix + "." + (2 * layer + 1));
            assertArray(found.get(2 * layer + 1), prefix + "." + 2 * layer);
        }
    }

    /** Float64: |a - b| at most 1e-9 max(1, max|b|). Float32: at most 1e-4 max|b|. */
    private void assertClose(NDArray found, double[] expected, String name) {
        double[] values =
                Arrays.stream(found.toArray()).mapToDouble(Number::doubleValue).toArray();
        double largest = Arrays.stream(expected).map(Math::abs).max().orElseThrow();
        double tolerance = type == DataType.FLOAT64 ? 1e-9 * Math.max(1, largest) : 1e-4 * largest;
        assertThat(found.getDataType()).as(name).isEqualTo(type);
        assertThat(values).as(name).hasSameSizeAs(expected);
        for (int i = 0; i < values.length; i++) {
            assertThat(Math.abs(values[i] - expected[i]))
                    .as("%s[%d]: %s against %s", name, i, values[i], expected[i])
                    .isLessThanOrEqualTo(tolerance);
        }
    }
}
