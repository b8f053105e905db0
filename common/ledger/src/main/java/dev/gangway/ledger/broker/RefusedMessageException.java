package dev.gangway.ledger.broker;

/** A message that can be read, and that is not believed: it contradicts what is known. */
public final class RefusedMessageException extends RuntimeException {

    private final String code;

    /**
     * A refusal.
     *
     * @param code a stable code in kebab case
     * @param message what contradicts what, for a person
     */
    public RefusedMessageException(String code, String message) {
        super(message);
        this.code = code;
    }

    public String code() {
        return code;
    }
}
