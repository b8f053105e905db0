package dev.gangway.local.process;

import dev.gangway.embedded.RunningProcess;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/** One part of the system as a process: started, found again by its command line, awaited and stopped. */
sealed interface PartProcess permits EmbeddedPart, ServicePart {

    /** Which part. */
    Part part();

    /** Its process, whoever started it. */
    Optional<RunningProcess> find();

    /** Starts it, with a new log; the process is not yet found by its command line when this returns. */
    RunningProcess start(Layout layout);

    /**
     * Waits until {@code process} is ready, and tells {@code progress} now and then what is waited for; a {@link GangwayException} with the
     * end of its log when it ends or takes too long.
     */
    void awaitReady(RunningProcess process, Layout layout, Duration within, Consumer<String> progress);

    /** Stops it and what it may have left behind; does nothing when nothing runs. */
    Stopped stop();

    /** What is seen of it now. */
    PartStatus status(Layout layout);

    /** What it writes. */
    LogFile log();

    /** How a stop went. */
    enum Stopped {
        NOTHING_RAN,
        IN_ORDER,
        KILLED
    }
}
