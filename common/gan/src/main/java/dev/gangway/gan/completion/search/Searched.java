package dev.gangway.gan.completion.search;

/**
 * What a search found.
 *
 * @param z (images, latent), row by row
 * @param updates how many updates each image's z has had
 */
public record Searched(float[] z, int[] updates) {}
