package dev.gangway.gateway.intake;

/** The client went away before its body was here. Nobody is left to be answered. */
public final class ClientLeftException extends RuntimeException {

    ClientLeftException(Throwable cause) {
        super("the client left before its body was here", cause);
    }
}
