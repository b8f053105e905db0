package dev.gangway.torture;

import dev.gangway.artifacts.store.ObjectStore;
import dev.gangway.artifacts.store.StoreSettings;
import dev.gangway.embedded.Endpoints;
import dev.gangway.torture.system.TorturedSystem;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.function.Consumer;

/**
 * Runs jobs while processes die, stand still and come back, and then holds what is left against an undisturbed run: every job in one final
 * state, every image completed once, the same bits, no lease, no message, no dead letter and no object left that nobody needs.
 */
public final class Torture {

    private final Path checkout;
    private final Path folder;
    private final Clock clock;
    private final Consumer<String> progress;

    /**
     * A torture of what is built in {@code checkout}.
     *
     * @param folder keeps data and logs
     * @param progress is told what happens, a line at a time
     */
    public Torture(Path checkout, Path folder, Clock clock, Consumer<String> progress) {
        this.checkout = checkout;
        this.folder = folder;
        this.clock = clock;
        this.progress = progress;
    }

    /**
     * Starts a system, lets faults happen to it that are drawn from {@code seed}, and stops it.
     *
     * @return what was done and found
     */
    public Tally run(Severity severity, long seed) throws IOException {
        Files.createDirectories(folder);
        try (TorturedSystem system = new TorturedSystem(checkout, folder)) {
            system.start();
            progress.accept("everything runs, logs are in " + folder);
            try (ObjectStore store = open(system.endpoints().store())) {
                return new TortureRun(system, store, clock, progress).run(folder, severity, seed);
            }
        }
    }

    private static ObjectStore open(Endpoints.Store store) {
        return ObjectStore.open(new StoreSettings(
                URI.create(store.endpoint()), store.accessKey(), store.secretKey(), store.bucket(), "us-east-1"));
    }
}
