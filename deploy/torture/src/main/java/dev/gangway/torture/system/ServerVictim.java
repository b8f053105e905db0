package dev.gangway.torture.system;

import dev.gangway.embedded.EmbeddedOptions;
import dev.gangway.embedded.EmbeddedProcess;
import dev.gangway.embedded.Endpoints;
import dev.gangway.embedded.RunningProcess;
import dev.gangway.embedded.Server;
import dev.gangway.local.process.Checkout;
import dev.gangway.local.process.Layout;
import dev.gangway.local.process.Listener;
import java.nio.file.Path;
import java.time.Duration;

/** Broker, store or database, each in an embedded process of its own. */
final class ServerVictim implements Victim {

    private static final Duration READY_WITHIN = Duration.ofMinutes(2);

    private final Server server;
    private final Path jarFolder;
    private final Path data;
    private final EmbeddedOptions options;
    private RunningProcess process;
    private EmbeddedProcess embedded;

    ServerVictim(Server server, Checkout checkout, Path folder, Layout layout) {
        this.server = server;
        this.jarFolder = checkout.embeddedFolder();
        this.data = folder.resolve(name());
        this.options = EmbeddedOptions.only(
                server, layout.port(Listener.KAFKA), layout.port(Listener.S3), layout.port(Listener.POSTGRES));
    }

    @Override
    public String name() {
        return switch (server) {
            case BROKER -> "broker";
            case STORE -> "store";
            case DATABASE -> "database";
        };
    }

    /** Where all servers answer; it has to be ready. */
    Endpoints endpoints() {
        return embedded.endpoints();
    }

    @Override
    public void start() {
        process = EmbeddedProcess.launch(jarFolder, data, options);
        embedded = EmbeddedProcess.attach(process, data, READY_WITHIN);
    }

    @Override
    public void kill() {
        embedded.kill();
    }

    @Override
    public void pause() {
        Signal.STOP.send(process);
    }

    @Override
    public void resume() {
        Signal.CONTINUE.send(process);
    }

    @Override
    public void stop() {
        if (embedded != null) {
            embedded.close();
        }
    }
}
