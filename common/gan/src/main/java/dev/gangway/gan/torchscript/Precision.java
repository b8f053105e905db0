package dev.gangway.gan.torchscript;

/** The arithmetic of convolutions; weights, optimizers and everything else stay as they are. */
public enum Precision {
    /** The data type of the arrays. */
    FULL(""),
    /** bfloat16 inside of the convolution, float32 outside of it: the master weights stay float32. */
    BFLOAT16("_bfloat16");

    private final String suffix;

    Precision(String suffix) {
        this.suffix = suffix;
    }

    String method(Layer layer) {
        return layer.method() + suffix;
    }
}
