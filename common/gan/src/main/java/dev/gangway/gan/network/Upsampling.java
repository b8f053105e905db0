package dev.gangway.gan.network;

/** How the generator doubles height and width. */
public enum Upsampling {
    /** A transposed convolution of kernel 4, as DCGAN does; sharp early, but it can leave a fine grid. */
    TRANSPOSED_CONVOLUTION,
    /** Bilinear interpolation, then a convolution of kernel 3: no grid, from a blurrier start. */
    BILINEAR
}
