package dev.gangway.artifacts.image;

/** How missing pixels are filled with what networks made of them. */
public enum Filling {
    /** With what was made, as it is. */
    PASTED,
    /**
     * With the gradients of what was made and the colours of what is visible around: the harmonic function that is what is visible less
     * what was made, all along the border of the missing part, is added (Pérez, Gangnet and Blake 2003, the Laplace form of their equation 4).
     */
    SEAMLESS
}
