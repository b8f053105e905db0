package dev.gangway.evaluation;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Remembers the features of the images seen last: true images and baseline fills come back with every stage that is judged,
 * and the network takes some hundred times longer than a look-up.
 *
 * <p>An image is known by the SHA-256 of its size and pixels. Safe for use by several threads; an image that two of them
 * bring at the same time may be described twice.
 */
public final class CachingFeatureExtractor implements FeatureExtractor {

    private final FeatureExtractor network;
    private final Map<String, ImageFeatures> recent;

    /**
     * Remembers what {@code network} says.
     *
     * @param network closed with this cache
     * @param capacity how many images are remembered, the least recently used being forgotten first; at least 1
     */
    public CachingFeatureExtractor(FeatureExtractor network, int capacity) {
        if (capacity < 1) {
            throw new IllegalArgumentException("a cache for " + capacity + " images remembers nothing");
        }
        this.network = network;
        this.recent = new LeastRecentlyUsed(capacity);
    }

    @Override
    public String name() {
        return network.name();
    }

    @Override
    public String preparation() {
        return network.preparation();
    }

    @Override
    public int dimension() {
        return network.dimension();
    }

    @Override
    public List<ImageFeatures> extract(List<RgbImage> images) {
        List<String> keys = images.stream().map(CachingFeatureExtractor::key).toList();
        Map<String, ImageFeatures> known = recall(keys);
        Map<String, RgbImage> unknown = new LinkedHashMap<>();
        for (int i = 0; i < images.size(); i++) {
            if (!known.containsKey(keys.get(i))) {
                unknown.put(keys.get(i), images.get(i));
            }
        }
        known.putAll(describe(unknown));
        return keys.stream().map(known::get).toList();
    }

    @Override
    public void close() {
        network.close();
    }

    private Map<String, ImageFeatures> recall(List<String> keys) {
        Map<String, ImageFeatures> known = new LinkedHashMap<>();
        synchronized (recent) {
            for (String key : keys) {
                ImageFeatures features = recent.get(key);
                if (features != null) {
                    known.put(key, features);
                }
            }
        }
        return known;
    }

    private Map<String, ImageFeatures> describe(Map<String, RgbImage> unknown) {
        List<String> keys = new ArrayList<>(unknown.keySet());
        List<ImageFeatures> features = network.extract(new ArrayList<>(unknown.values()));
        Map<String, ImageFeatures> described = new LinkedHashMap<>();
        for (int i = 0; i < keys.size(); i++) {
            described.put(keys.get(i), features.get(i));
        }
        synchronized (recent) {
            recent.putAll(described);
        }
        return described;
    }

    private static String key(RgbImage image) {
        MessageDigest digest = ShippedNetwork.sha256Digest();
        digest.update(ByteBuffer.allocate(2 * Integer.BYTES)
                .putInt(image.height())
                .putInt(image.width())
                .flip());
        return HexFormat.of().formatHex(digest.digest(image.rgb()));
    }

    private static final class LeastRecentlyUsed extends LinkedHashMap<String, ImageFeatures> {

        private static final float DEFAULT_LOAD_FACTOR = 0.75f;

        private final int capacity;

        LeastRecentlyUsed(int capacity) {
            super(Math.min(capacity, 1024), DEFAULT_LOAD_FACTOR, true);
            this.capacity = capacity;
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, ImageFeatures> eldest) {
            return size() > capacity;
        }
    }
}
