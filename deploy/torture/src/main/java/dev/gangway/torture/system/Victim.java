package dev.gangway.torture.system;

/** A process of the system that things happen to. Used by one thread at a time. */
interface Victim {

    /** What it is called. */
    String name();

    /** Starts it; a server is ready when this returns, a service begins to get ready. */
    void start();

    /** Kills it without a chance to tidy up. */
    void kill();

    /** Makes it stand still. */
    void pause();

    /** Lets it go on. */
    void resume();

    /** Asks it to stop, and waits for that; does nothing when it does not run. */
    void stop();
}
