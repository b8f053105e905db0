package dev.gangway.gateway.deadletter;

/** The broker does not answer in time. */
public final class BrokerUnavailableException extends RuntimeException {

    BrokerUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
