package dev.gangway.gan.training;

/** Which network of a training a set of parameters is. */
public enum NetworkRole {
    GENERATOR("generator"),
    DISCRIMINATOR("discriminator"),
    ENCODER("encoder"),
    /** G_{i-1}, frozen, in a ranked stage. */
    PREVIOUS_GENERATOR("previous-generator"),
    /** D_{i-1}, frozen, in a ranked stage. */
    PREVIOUS_DISCRIMINATOR("previous-discriminator"),
    /** The average that the generator of a running stage leaves behind. */
    AVERAGED_GENERATOR("averaged-generator");

    private final String part;

    NetworkRole(String part) {
        this.part = part;
    }

    /** The name of the checkpoint's part that holds it. */
    public String part() {
        return part;
    }
}
