package dev.gangway.evaluation;

import ai.djl.Device;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The shipped networks on one device. Each is loaded when it is asked for first, whoever asks, and remembers what it described
 * last.
 */
public final class Networks implements AutoCloseable {

    private static final Map<String, Function<Device, FeatureExtractor>> SHIPPED =
            new TreeMap<>(Map.of("dlib", FaceEmbeddingExtractor::load, "resnet50", ResNet50Extractor::load));

    private final Device device;
    private final int remembered;
    private final Map<String, FeatureExtractor> loaded = new HashMap<>();

    /**
     * Networks that remember as many images each.
     *
     * @param device where they compute
     * @param remembered see {@link CachingFeatureExtractor}
     */
    public Networks(Device device, int remembered) {
        this.device = device;
        this.remembered = remembered;
    }

    /** The names of the networks. */
    public static Set<String> names() {
        return Set.copyOf(SHIPPED.keySet());
    }

    /** The device that they compute on. */
    public Device device() {
        return device;
    }

    /** The network of this name; it is closed with all others. */
    public synchronized FeatureExtractor named(String name) {
        if (!SHIPPED.containsKey(name)) {
            throw new IllegalArgumentException("there is no network " + name + " among " + SHIPPED.keySet());
        }
        return loaded.computeIfAbsent(
                name, first -> new CachingFeatureExtractor(SHIPPED.get(first).apply(device), remembered));
    }

    @Override
    public synchronized void close() {
        loaded.values().forEach(FeatureExtractor::close);
        loaded.clear();
    }
}
