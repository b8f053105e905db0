package dev.gangway.torture.fault;

/** What can happen to a process, to its links, or to the disk. */
public enum FaultKind {
    /** It dies without a chance to tidy up (SIGKILL), and is started again. */
    KILL,
    /** It stands still (SIGSTOP) for longer than its lease, and goes on as if nothing had been. */
    PAUSE,
    /** It is asked to stop (SIGTERM), and is started again. */
    RESTART,
    /** Its link to the database stands still for longer than its lease, and is reset; its others stay up. */
    CUT_DATABASE,
    /** Its link to the store stands still for longer than its lease, and is reset; its others stay up. */
    CUT_STORE,
    /** The disk of broker, store and database is full for a while. */
    FILL,
    /** Every topic of the broker gets records that nobody should send. */
    POISON,
    /** Hundreds of clients begin requests, and send a byte of their bodies every two seconds. */
    SLOW_BODIES
}
