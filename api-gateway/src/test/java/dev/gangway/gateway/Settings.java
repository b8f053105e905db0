package dev.gangway.gateway;

import dev.gangway.gateway.config.GatewayConfig;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** The gateway's settings as they are when nobody has set them. */
public final class Settings {

    private Settings() {}

    public static GatewayConfig defaults() {
        return with();
    }

    /** The settings with names and values that somebody has set, in turns. */
    public static GatewayConfig with(String... set) {
        Map<String, String> values = new HashMap<>(Map.of(
                "gangway.store.endpoint", "http://127.0.0.1:1",
                "gangway.store.access-key", "key",
                "gangway.store.secret-key", "secret",
                "gangway.store.bucket", "bucket",
                "gangway.webhooks.key", "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY="));
        for (int i = 0; i < set.length; i += 2) {
            values.put(set[i], set[i + 1]);
        }
        return new SmallRyeConfigBuilder()
                .withMapping(GatewayConfig.class)
                .withConverter(Duration.class, 300, new DurationConverter())
                .withDefaultValues(values)
                .build()
                .getConfigMapping(GatewayConfig.class);
    }
}
