package dev.gangway.gateway.config;

import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How requests are received, and how answers are read. */
public interface BodyConfig {

    /** How long a new connection may take for the head of its first request. */
    @WithDefault("20S")
    Duration headDeadline();

    /** How long a connection may be silent between an answer and the head of the next request, that head included. */
    @WithDefault("75S")
    Duration keepAlive();

    /** How long a body may take in all. */
    @WithDefault("1H")
    Duration deadline();

    /** In every stretch of this length a body, and an answer that its reader is waited for, has to come on by {@link #leastRate}. */
    @WithDefault("20S")
    Duration window();

    /** How many bytes a second that is, on average over the stretch. */
    @WithDefault("500")
    long leastRate();

    /** How many connections all addresses together may have open at once. */
    @WithDefault("8000")
    int connections();

    /** How many connections one address may have open at once; not looked at behind a proxy, which has them all. */
    @WithDefault("2000")
    int connectionsPerAddress();

    /** How many bodies one address may have on their way here at once. */
    @WithDefault("1000")
    int perAddress();

    /** How many bodies all addresses together may have on their way here at once. */
    @WithDefault("4000")
    int atOnce();

    /** How many received bytes of one address may wait here to be worked on. */
    @WithDefault("8589934592")
    long bytesPerAddress();

    /** How many received bytes of all addresses together may wait here; the temporary folder has to have room for them. */
    @WithDefault("17179869184")
    long bytes();

    /** How many long answers, such as archives, are sent at once: each holds one of the threads that all requests share. */
    @WithDefault("64")
    int longAnswers();

    /** How many of those one address may read at once. */
    @WithDefault("16")
    int longAnswersPerAddress();
}
