package dev.gangway.local.process;

import dev.gangway.embedded.EmbeddedOptions;
import dev.gangway.embedded.EmbeddedProcess;
import dev.gangway.embedded.Endpoints;
import dev.gangway.embedded.Postmaster;
import dev.gangway.embedded.RunningProcess;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;

/** Broker, S3 store and database in their one process. */
final class EmbeddedPart implements PartProcess {

    private final Home home;
    private final Checkout checkout;

    EmbeddedPart(Home home, Checkout checkout) {
        this.home = home;
        this.checkout = checkout;
    }

    @Override
    public Part part() {
        return Part.EMBEDDED;
    }

    @Override
    public Optional<RunningProcess> find() {
        return new RunningParts(home).find(part());
    }

    /** Ends a database server whose JVM was killed, so that its port and its folder are free again. */
    void clearWhatWasLeftBehind() {
        if (find().isEmpty()) {
            Postmaster.stop(Postmaster.cluster(home.embedded()));
        }
    }

    /** Where the running process answers; it has to be ready. */
    Endpoints endpoints() {
        return written().orElseThrow(() -> new GangwayException("the embedded parts are not ready"));
    }

    @Override
    public RunningProcess start(Layout layout) {
        log().rotate();
        new LogFile(home.embedded().resolve(EmbeddedProcess.OUTPUT_NAME)).rotate();
        try {
            return EmbeddedProcess.launch(
                    checkout.embeddedFolder(),
                    home.embedded(),
                    EmbeddedOptions.onPorts(
                            layout.port(Listener.KAFKA), layout.port(Listener.S3), layout.port(Listener.POSTGRES)));
        } catch (IllegalStateException e) {
            throw new GangwayException(e.getMessage(), e);
        }
    }

    @Override
    public void awaitReady(RunningProcess process, Layout layout, Duration within, Consumer<String> progress) {
        try {
            EmbeddedProcess.attach(process, home.embedded(), within);
        } catch (IllegalStateException e) {
            throw new GangwayException(e.getMessage(), e);
        }
    }

    @Override
    public Stopped stop() {
        return EmbeddedProcess.stop(home.embedded()) ? Stopped.IN_ORDER : Stopped.NOTHING_RAN;
    }

    @Override
    public PartStatus status(Layout layout) {
        String address = "kafka 127.0.0.1:" + layout.port(Listener.KAFKA) + ", s3 127.0.0.1:" + layout.port(Listener.S3)
                + ", postgres 127.0.0.1:" + layout.port(Listener.POSTGRES);
        Optional<RunningProcess> jvm = find();
        return new PartStatus(
                part(),
                state(jvm),
                jvm.map(RunningProcess::pid).map(OptionalLong::of).orElse(OptionalLong.empty()),
                address);
    }

    @Override
    public LogFile log() {
        return new LogFile(home.embedded().resolve(EmbeddedProcess.LOG_NAME));
    }

    private PartStatus.State state(Optional<RunningProcess> jvm) {
        boolean database = Postmaster.of(Postmaster.cluster(home.embedded())).isPresent();
        if (jvm.isEmpty()) {
            return database ? PartStatus.State.ORPHANED : PartStatus.State.STOPPED;
        }
        boolean answers = written().map(Endpoints::pid).equals(jvm.map(RunningProcess::pid));
        return database && answers ? PartStatus.State.READY : PartStatus.State.NOT_READY;
    }

    private Optional<Endpoints> written() {
        try {
            return Optional.of(Endpoints.read(home.embedded()));
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
