package dev.gangway.gan.training;

/** Asked before every step whether to stop; may answer from another thread's wish. */
@FunctionalInterface
public interface StopSignal {

    /** A signal that never comes. */
    StopSignal NEVER = () -> false;

    boolean requested();
}
