package dev.gangway.local.process;

import dev.gangway.embedded.DetachedCommand;
import dev.gangway.embedded.RunningProcess;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;

/** A process of one of the services. Its command line names home and part, which is how it is found again. */
final class ServicePart implements PartProcess {

    private final Part part;
    private final Service service;
    private final Home home;
    private final Checkout checkout;
    private final EmbeddedPart embedded;

    ServicePart(Part part, Home home, Checkout checkout, EmbeddedPart embedded) {
        this.part = part;
        this.service = Service.of(part.role());
        this.home = home;
        this.checkout = checkout;
        this.embedded = embedded;
    }

    @Override
    public Part part() {
        return part;
    }

    @Override
    public Optional<RunningProcess> find() {
        return new RunningParts(home).find(part);
    }

    @Override
    public RunningProcess start(Layout layout) {
        ProcessBuilder builder = ServiceLaunch.of(part, home, checkout, layout, embedded.endpoints());
        log().rotate();
        output().rotate();
        builder.command(DetachedCommand.of(builder.command())).redirectInput(new File("/dev/null"));
        try {
            return new RunningProcess(builder.start().toHandle());
        } catch (IOException e) {
            throw new GangwayException("the " + part() + " could not be started: " + e.getMessage(), e);
        }
    }

    @Override
    public void awaitReady(RunningProcess process, Layout layout, Duration within, Consumer<String> progress) {
        Patience patience = new Patience(within, progress);
        Readiness readiness = Readiness.ask(address(layout));
        while (!readiness.ready()) {
            if (process.endsWithin(patience.nextPause())) {
                throw new GangwayException("the " + part() + " ended before it was ready; " + lastWords());
            }
            if (patience.isOver()) {
                throw new GangwayException("the " + part() + " runs but was not ready within " + within.toSeconds()
                        + " s, it waits for " + readiness.waitsFor() + "; " + lastWords());
            }
            patience.tell(part() + " waits for " + readiness.waitsFor() + lastLine());
            readiness = Readiness.ask(address(layout));
        }
    }

    @Override
    public Stopped stop() {
        return find().map(process -> process.stop(service.stopsWithin()) ? Stopped.IN_ORDER : Stopped.KILLED)
                .orElse(Stopped.NOTHING_RAN);
    }

    @Override
    public PartStatus status(Layout layout) {
        Optional<RunningProcess> process = find();
        PartStatus.State state = process.isEmpty()
                ? PartStatus.State.STOPPED
                : isReady(layout) ? PartStatus.State.READY : PartStatus.State.NOT_READY;
        return new PartStatus(
                part(),
                state,
                process.map(RunningProcess::pid).map(OptionalLong::of).orElse(OptionalLong.empty()),
                address(layout).toString());
    }

    @Override
    public LogFile log() {
        return new LogFile(home.log(part()));
    }

    private LogFile output() {
        return new LogFile(home.output(part()));
    }

    /** The ends of log and output, of which only one may say why it failed. */
    private String lastWords() {
        String output = output().end(LogFile.LINES_SHOWN);
        return "the end of " + log().file() + ":\n" + log().end(LogFile.LINES_SHOWN)
                + (output.isBlank() ? "" : "\nand of " + output().file() + ":\n" + output);
    }

    private String lastLine() {
        String line = log().end(1).strip();
        return line.isEmpty() ? "" : "; its log: " + line;
    }

    private boolean isReady(Layout layout) {
        return Readiness.at(address(layout));
    }

    private URI address(Layout layout) {
        return URI.create("http://127.0.0.1:" + layout.port(part));
    }
}
