package dev.gangway.gan.completion;

import dev.gangway.gan.image.ImageArray;

/**
 * Completed images.
 *
 * @param images RankGAN (11), in the order given; visible pixels are bit-equal to the input's
 * @param contextual the contextual loss of each image at the z found
 * @param perceptual the perceptual loss of each image at the z found
 */
public record Completion(ImageArray images, float[] contextual, float[] perceptual) {}
