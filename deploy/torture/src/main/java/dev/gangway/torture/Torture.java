package dev.gangway.torture;

import dev.gangway.artifacts.store.ObjectStore;
import dev.gangway.artifacts.store.StoreSettings;
import dev.gangway.embedded.Endpoints;
import dev.gangway.torture.system.Places;
import dev.gangway.torture.system.TorturedSystem;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.time.Clock;
import java.util.function.Consumer;

/**
 * Runs jobs while processes die, stand still and come back, and then holds what is left against an undisturbed run: every job in one final
 * state, every image completed once, the same bits, no lease, no message, no dead letter and no object left that nobody needs.
 */
public final class Torture {

    private final Places places;
    private final Clock clock;
    private final Consumer<String> progress;

    /**
     * A torture of what is built.
     *
     * @param places where it is built, and where data and logs are kept
     * @param progress is told what happens, a line at a time
     */
    public Torture(Places places, Clock clock, Consumer<String> progress) {
        this.places = places;
        this.clock = clock;
        this.progress = progress;
    }

    /**
     * Starts a system, lets faults happen to it that are drawn from {@code seed}, and stops it.
     *
     * @return what was done and found
     */
    public Tally run(Severity severity, long seed) throws IOException {
        Files.createDirectories(places.folder());
        try (TorturedSystem system = new TorturedSystem(places)) {
            system.start();
            progress.accept("everything runs, logs are in " + places.folder());
            try (ObjectStore store = open(system.endpoints().store())) {
                return new TortureRun(system, store, clock, progress).run(places.folder(), severity, seed);
            }
        }
    }

    private static ObjectStore open(Endpoints.Store store) {
        return ObjectStore.open(new StoreSettings(
                URI.create(store.endpoint()), store.accessKey(), store.secretKey(), store.bucket(), "us-east-1"));
    }
}
