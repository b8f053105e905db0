package dev.gangway.gateway.config;

import io.smallrye.config.WithDefault;

/**
 * How much of what takes long is done at once, of all and of one address: it holds one of the 200 threads that requests share, and
 * the limits together leave some for everybody else.
 */
public interface WorkConfig {

    /** Archives and forms that are unpacked. */
    @WithDefault("64")
    int archives();

    /** How many of those one address may have sent. */
    @WithDefault("16")
    int archivesPerAddress();

    /** Uploads and prefixes that are listed: for jobs, or to be counted. */
    @WithDefault("24")
    int listings();

    /** How many of those one address may have asked for. */
    @WithDefault("24")
    int listingsPerAddress();

    /** Readers of dead letters. */
    @WithDefault("8")
    int deadLetters();

    /** How many of those one address may have. */
    @WithDefault("4")
    int deadLettersPerAddress();

    /** Webhooks that are made or changed, whose addresses are looked up. */
    @WithDefault("16")
    int webhookChanges();

    /** How many of those one address may ask for. */
    @WithDefault("8")
    int webhookChangesPerAddress();
}
