package dev.gangway.local.process;

/**
 * A port that a part has for one of its listeners.
 *
 * @param part whose
 * @param listener what listens there
 * @param number 1 to 65535
 */
record Port(Part part, Listener listener, int number) {

    /** How far the ports of two workers of a kind lie apart: the ports of trainers and completion workers do not meet. */
    private static final int APART = 10;

    Port {
        if (number < 1 || number > 65_535) {
            throw new GangwayException(listener.option() + " " + (number - offset(part)) + ": "
                    + (part.ordinal() == 1 ? "" : part + " would listen on " + number + ", and ")
                    + "a port is a number from 1 to 65535");
        }
    }

    /** The port of {@code part} when the first of its role listens on {@code first}. */
    static Port after(int first, Part part, Listener listener) {
        return new Port(part, listener, first + offset(part));
    }

    /** What listens, in a sentence. */
    String description() {
        return part.ordinal() == 1 ? listener.description() : part.label();
    }

    /** The option that changes it. */
    String option() {
        return listener.option();
    }

    private static int offset(Part part) {
        return APART * (part.ordinal() - 1);
    }
}
