package dev.gangway.gateway.config;

import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How webhooks are told of jobs. */
public interface WebhookConfig {

    /** How many webhooks one team may have. */
    @WithDefault("20")
    int perTeam();

    /** Whether webhooks may have plain http addresses, so that what they are told can be read on the way. */
    @WithDefault("false")
    boolean allowHttp();

    /**
     * Whether webhooks may lead to addresses that are not public: this machine, private networks, a cloud's metadata. Whoever
     * may make webhooks can then reach whatever the gateway can reach.
     */
    @WithDefault("false")
    boolean allowPrivateTargets();

    /**
     * How many events one gateway sends at once, each on a thread that there is only meanwhile. More than a team's webhooks can take together,
     * so that receivers who do not answer hold up nobody else.
     */
    @WithDefault("256")
    int threads();

    /** How many events are on their way to one webhook at once, from all gateways together. */
    @WithDefault("2")
    int inFlight();

    /** How long a receiver may take to accept a connection. */
    @WithDefault("5S")
    Duration connectTimeout();

    /** How long a receiver may take to answer. */
    @WithDefault("10S")
    Duration readTimeout();

    /** How many attempts of a delivery may fail before it is given up; with the delays below, within about a day. */
    @WithDefault("12")
    int attempts();

    /** The delay before the first repetition; it doubles with each further one. */
    @WithDefault("1M")
    Duration firstDelay();

    /** The longest delay. */
    @WithDefault("8H")
    Duration longestDelay();

    /** How often is looked for events to be sent. */
    @WithDefault("500ms")
    Duration pollEvery();

    /** The base64 of 32 bytes that secrets are sealed with in the database (AES-256-GCM), such as {@code openssl rand -base64 32} makes. */
    String key();

    /**
     * Keys that secrets are still read with; what is sealed under one is sealed under {@link #key} at the next start. With several gateways, a
     * new key stands here on all of them before it is the key of any.
     */
    Optional<List<String>> olderKeys();

    /** How long after a change of a secret events are signed with the one before as well. */
    @WithDefault("24H")
    Duration formerSecretCounts();

    /** How long deliveries can be seen, and repeated by wish, after they ended. */
    @WithDefault("7D")
    Duration keep();
}
