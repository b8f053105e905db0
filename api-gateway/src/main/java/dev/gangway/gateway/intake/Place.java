package dev.gangway.gateway.intake;

/** One sender's place among the others, and what of his waits here. Not for several threads at once. */
final class Place {

    private final String address;
    private final Crowd senders;
    private final Stock stock;
    private long bytes;

    /** A place that was entered. */
    Place(String address, Crowd senders, Stock stock) {
        this.address = address;
        this.senders = senders;
        this.stock = stock;
    }

    /**
     * So many bytes more wait here.
     *
     * @throws dev.gangway.gateway.job.RefusedException when these are too many
     */
    void add(long more) {
        bytes += more;
        stock.add(address, more);
    }

    /** How many bytes of this sender wait here. */
    long bytes() {
        return bytes;
    }

    /** Gives everything back. */
    void leave() {
        stock.remove(address, bytes);
        senders.leave(address);
    }
}
