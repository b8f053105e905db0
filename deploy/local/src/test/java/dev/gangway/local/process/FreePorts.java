package dev.gangway.local.process;

import dev.gangway.embedded.FreePort;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Map;

/** Ports that are free when they are taken. */
public final class FreePorts {

    private FreePorts() {}

    /** One for each listener. */
    public static Ports take() {
        Map<Listener, Integer> numbers = new EnumMap<>(Listener.class);
        try {
            for (Listener listener : Listener.values()) {
                numbers.put(listener, FreePort.find());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Ports(numbers);
    }
}
