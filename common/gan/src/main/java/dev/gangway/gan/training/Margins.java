package dev.gangway.gan.training;

/**
 * The levels a ranked stage clamps its discriminator at, measured on held-out images with the frozen stage before
 * (RankGAN, Algorithm 1).
 *
 * @param high m_high, the mean of D_{i-1}(x)
 * @param low m_low, the mean of D_{i-1}(G_{i-1}(z))
 */
public record Margins(double high, double low) {}
