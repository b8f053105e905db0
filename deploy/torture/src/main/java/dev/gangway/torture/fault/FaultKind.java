package dev.gangway.torture.fault;

/** What can happen to a process. */
public enum FaultKind {
    /** It dies without a chance to tidy up (SIGKILL), and is started again. */
    KILL,
    /** It stands still (SIGSTOP) for longer than its lease, and goes on as if nothing had been. */
    PAUSE,
    /** It is asked to stop (SIGTERM), and is started again. */
    RESTART
}
